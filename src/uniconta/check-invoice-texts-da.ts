import type { Translated } from '../lib/i18n/sentence.ts'
import type { checkInvoiceTexts } from './check-invoice-texts.ts'

export const checkInvoiceTextsDa: Translated<typeof checkInvoiceTexts> = {
  'check.parents': () => 'Fakturaers kunder og projekter',
  'check.parents.customers': () =>
    'Kunder eksporteres ikke. Hver kunde, der faktureres, skal holdes i Uniconta i hånden under samme nummer.',
  'check.parents.projects': () =>
    'Projekter eksporteres ikke. Hvert projekt, der faktureres, skal holdes i Uniconta i hånden under samme nummer.',
  'check.parents.ok': () => 'Begge eksporteres, så en faktura finder dem.',
  'check.categories': () => 'Projektarter',
  'check.categories.noGroup': () => 'Mærkegruppen til projektarter findes ikke længere. Vælg en i integrationen.',
  'check.categories.noTags': (v) =>
    `Mærkegruppen ${v.group} har ingen mærker. Hent projektarterne fra Uniconta for at lave dem.`,
  'check.categories.noCode': (v) => `Disse mærker har ingen kode: ${v.tags}. Koden er projektarten i Uniconta.`,
  'check.categories.notThere': (v) => `Uniconta har ingen projektart med disse koder: ${v.codes}.`,
  'check.categories.type': (v) =>
    `Disse projektarter er ikke til fakturaer: ${v.codes}. Brug en af typen Omsætning eller Ratefakturering.`,
  'check.categories.label': (v) =>
    `Typen af disse projektarter kan ikke forstås: ${v.codes}. Lad den være Omsætning eller Ratefakturering, og giv brugeren engelsk eller dansk.`,
  'check.categories.rule': (v) =>
    `Mærkegruppen ${v.group} kræver ikke præcis ét mærke. Ret dens regel, ellers fejler fakturaer på projekter med ingen eller to.`,
  'check.categories.ok': (v) =>
    [
      v.revenue &&
        `Omsætning (${v.revenue}): projektet får indtægten, og omkostninger med, hvor en vare har en art til dem.`,
      v.onAccount && `Ratefakturering (${v.onAccount}): projektet får kun indtægten.`,
    ]
      .filter(Boolean)
      .join(' '),
  'check.categories.where': () => 'Projekt > Vedligeholdelse > Projektarter',
  'check.categoryless': () => 'Projekter uden art',
  'check.categoryless.some': (v) =>
    v.count === 1
      ? `Ét projekt har ikke præcis ét mærke af ${v.group}; dets fakturaer kan ikke bogføres.`
      : `${v.count} projekter har ikke præcis ét mærke af ${v.group}; deres fakturaer kan ikke bogføres.`,
  'check.categoryless.ok': () => 'Alle projekter har præcis ét.',
  'check.series': () => 'Fakturaers nummerserie',
  'check.series.unread': () => 'Firmaets indstillinger kunne ikke læses, så dets serie kendes ikke.',
  'check.series.none': () => 'Uniconta nævner ingen serie til fakturaers bilag. Vælg den, der er til Akkord.',
  'check.series.notVoucher': (v) =>
    `Uniconta tæller fakturaer for sig og bilag for sig. Vælg, at en faktura har sit bilags nummer; serien er nu ${v.serie}.`,
  'check.series.gone': (v) => `Serien ${v.serie}, som fakturaer bruger, kunne ikke findes.`,
  'check.series.blocked': (v) => `Serien ${v.serie} er spærret.`,
  'check.series.ok': (v) => `En faktura har sit bilags nummer, fra serien ${v.serie}.`,
  'check.series.where': () => 'Debitor > Vedligeholdelse > Nummerserier',
  'check.voucherSeries.where': () => 'Finans > Vedligeholdelse > Bilagsnummerserier',
  'check.seriesNext': () => 'Næste fakturanummer',
  'check.seriesNext.underWay': () =>
    'En faktura er undervejs, så Unicontas næste nummer kendes ikke nu. Kontrollér igen, når den er fremme.',
  'check.seriesNext.differs': (v) =>
    `Uniconta ville give ${v.there}, og ${v.here} skal være det næste. Sæt næste nummer i ${v.serie} til ${v.here}, eller vores eget til et, som ingen af siderne har brugt.`,
  'check.seriesNext.ok': (v) => `Det er ${v.next} på begge sider.`,
  'check.seriesForm': () => 'Hvordan fakturanumre skrives',
  'check.seriesForm.prefix': (v) =>
    `Uniconta skriver ${v.prefix} foran numrene i ${v.serie}. Fjern præfikset, ellers er numrene forskellige.`,
  'check.seriesForm.ours': (v) =>
    `Vores næste faktura skrives ${v.number}, i Uniconta bliver det ${v.next}. Fjern forstavelse og foranstillede nuller i vores serie.`,
  'check.seriesForm.ok': () => 'Bare tal på begge sider.',
  'check.seriesLast': () => 'Numre tilbage i serien',
  'check.seriesLast.near': (v) =>
    `Serien ${v.serie} slutter ved ${v.last}, og ${v.next} er dens næste nummer. Sæt dens sidste nummer højere.`,
  'check.seriesLast.ok': () => 'Der er nok.',
  'check.seriesGroups': () => 'Debitorgruppers serier',
  'check.seriesGroups.other': (v) =>
    `Disse debitorgrupper nummererer fakturaer efter en anden serie: ${v.groups}. Tøm den dér; alle fakturaer tager deres nummer fra ${v.serie}.`,
  'check.seriesGroups.ok': () => 'Ingen debitorgruppe har sin egen serie.',
  'check.seriesGroups.where': () => 'Debitor > Vedligeholdelse > Debitorgrupper > Fakturaserie',
  'check.creditSeries': () => 'Kreditnotaers nummerserie',
  'check.creditSeries.unknown': () =>
    'Kreditnotaer har deres egen nummerserie her, og ingen har sagt, hvilken der giver dem deres numre i Uniconta. Sig det under Virksomhed > Eksportér fakturaer > Nummerserie.',
  'check.creditSeries.same': (v) =>
    `${v.serie} er fakturaernes nummerserie i Uniconta, så den kan ikke gå i takt med kreditnotaernes nummerserie her. Nævn en anden, eller lad kreditnotaer dele fakturaernes nummerserie.`,
  'check.creditSeries.gone': (v) =>
    `Nummerserien ${v.serie}, som kreditnotaer tager deres numre fra, kunne ikke findes.`,
  'check.creditSeries.ok': (v) => `Kreditnotaer tager deres numre fra nummerserien ${v.serie}.`,
  'check.creditSeriesNext': () => 'Næste kreditnotanummer',
  'check.creditSeriesLast': () => 'Numre tilbage i kreditnotaernes nummerserie',
  'check.creditSeriesAlone': () => 'En nummerserie til kreditnotaer kun for Akkord',
  'check.seriesAlone': () => 'En serie til Akkord alene',
  'check.seriesAlone.suppliers': (v) =>
    `Leverandørers fakturaer tager også numre fra ${v.serie}. Giv dem en anden serie.`,
  'check.seriesAlone.projects': (v) =>
    `Projektordrer eller timesedler tager også numre fra ${v.serie}. Giv dem en anden serie.`,
  'check.seriesAlone.groups': (v) =>
    `Nye poster i disse grupper tager også numre fra ${v.serie}: ${v.groups}. Giv dem en anden serie.`,
  'check.seriesAlone.journals': (v) =>
    `Disse kladder tager også numre fra ${v.serie}: ${v.journals}. Giv dem en anden serie.`,
  'check.seriesAlone.posted': (v) =>
    `Bilag, der ikke er fakturaer, tog numre fra ${v.serie}: ${v.vouchers}. Find kladden eller rykkerne, der bruger den, og giv dem en anden serie.`,
  'check.seriesAlone.ok': (v) => `Intet andet, der kunne læses, bruger ${v.serie}.`,
  'check.seriesAlone.where': () => 'Finans > Vedligeholdelse > Bilagsnummerserier',
  'check.accounts': () => 'Fakturalinjers konti',
  'check.accounts.none': () =>
    'Der er ikke valgt konti til fakturalinjer endnu. Vælg dem i indstillingerne for fakturering.',
  'check.accounts.notThere': (v) => `Uniconta har ikke konto ${v.accounts}.`,
  'check.accounts.blocked': (v) => `Spærret i Uniconta: konto ${v.accounts}.`,
  'check.accounts.type': (v) =>
    `Disse konti er ikke omsætningskonti i Uniconta: ${v.accounts}. Vælg andre, eller ret deres type dér.`,
  'check.accounts.label': (v) =>
    `Typen af disse konti kan ikke forstås: ${v.accounts}. Giv brugeren engelsk eller dansk, eller se efter, at det er omsætningskonti.`,
  'check.accounts.dimension': (v) =>
    `Disse konti kræver en dimension, som fakturaer ikke bærer (dens nummer står i parentes): ${v.accounts}. Vælg den som afdeling i integrationen og send den med fakturaer, eller gør den valgfri på kontoen der.`,
  'check.accounts.ok': (v) =>
    v.count === 1 ? 'Den ene konto i brug er en omsætningskonto.' : `Alle ${v.count} konti i brug er omsætningskonti.`,
  'check.accounts.where': () => 'Finans > Vedligeholdelse > Kontoplan',
  'check.period': () => 'Åben regnskabsperiode',
  'check.period.noYear': (v) =>
    `Uniconta har intet regnskabsår med ${v.day}, så intet kan bogføres den dag. Opret året der.`,
  'check.period.yearClosed': (v) =>
    `Regnskabsåret med ${v.day} er lukket i Uniconta, så intet kan bogføres den dag. Åbn det der.`,
  'check.period.monthClosed': (v) =>
    `Måneden med ${v.day} er lukket i Uniconta, så intet kan bogføres den dag. Åbn den der.`,
  'check.period.label': (v) =>
    `Om dette regnskabsår er åbent, kan ikke forstås: ${v.label}. Giv brugeren engelsk eller dansk, eller se efter, at det er åbent.`,
  'check.period.ok': (v) => `En faktura fra ${v.day} kan bogføres.`,
  'check.period.where': () => 'Finans > Vedligeholdelse > Regnskabsår',
  'check.vatCodes': () => 'Momskoder',
  'check.vatCodes.notThere': (v) => `Uniconta har ikke momskode ${v.codes}.`,
  'check.vatCodes.blocked': (v) => `Spærret i Uniconta: momskode ${v.codes}.`,
  'check.vatCodes.purchase': (v) => `Disse momskoder er til køb i Uniconta: ${v.codes}.`,
  'check.vatCodes.rate': (v) =>
    `Momskode ${v.code} er ${v.here} % her og ${v.there} % i Uniconta i dag. Lad dem være ens.`,
  'check.vatCodes.ok': (v) =>
    v.count === 1 ? 'Den ene kode i brug har samme sats dér.' : `Alle ${v.count} koder i brug har samme satser dér.`,
  'check.vatCodes.where': () => 'Finans > Vedligeholdelse > Momskoder',
  'check.terms': () => 'Betalingsbetingelser',
  'check.terms.noDays': () =>
    'Uniconta har ingen betingelse med 0 dage, som hver kreditnota har brug for. Opret en med netto dage og 0 dage.',
  'check.terms.notThere': (v) =>
    `Uniconta har ingen betingelse med netto dage for disse antal dage: ${v.days}. Opret dem; der tages aldrig en anden i stedet.`,
  'check.terms.label': (v) =>
    `Metoden i betingelserne for disse antal dage kan ikke forstås: ${v.days}. Giv brugeren engelsk eller dansk, eller se efter, at den er netto dage.`,
  'check.terms.ok': () => 'Der er en for hvert antal dage i brug.',
  'check.terms.where': () => 'Finans > Vedligeholdelse > Betalingsbetingelser',
  'check.currencies': () => 'Valutaer',
  'check.currencies.company': (v) => `Firmaet fører sit regnskab i ${v.there} i Uniconta og i ${v.here} her.`,
  'check.currencies.companyWhere': () => 'Firma > Vedligeholdelse > Firmaoplysninger',
  'check.currencies.noRate': (v) =>
    `Uniconta viser ingen kurs for ${v.currencies}. Uden den kan en faktura i valutaen ikke bogføres.`,
  'check.currencies.ok': () => 'Hver valuta i brug har en kurs eller er firmaets egen.',
  'check.currencies.where': () => 'Finans > Vedligeholdelse > Valutakurser',
  'check.invoiceDepartments': () => 'Fakturaers afdelinger',
  'check.invoiceDepartmentless': () => 'Fakturaer uden afdeling',
  'check.invoiceDepartmentless.projects': (v) =>
    v.count === 1
      ? 'Ét projekt har ingen afdeling; dets fakturaer kan ikke bogføres.'
      : `${v.count} projekter har ingen afdeling; deres fakturaer kan ikke bogføres.`,
  'check.invoiceDepartmentless.drafts': (v) =>
    v.count === 1
      ? 'Én kladde har ingen afdeling; som faktura kan den ikke bogføres.'
      : `${v.count} kladder har ingen afdeling; som fakturaer kan de ikke bogføres.`,
  'check.invoiceDepartmentless.ok': () => 'Alle har en.',
}
