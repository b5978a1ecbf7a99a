import type { Translated } from '../lib/i18n/sentence.ts'
import type { checkInvoiceTexts } from './check-invoice-texts.ts'

export const checkInvoiceTextsNb: Translated<typeof checkInvoiceTexts> = {
  'check.parents': () => 'Kunder og prosjekter på fakturaer',
  'check.parents.customers': () =>
    'Kunder eksporteres ikke. Hver kunde som faktureres, må holdes i Uniconta for hånd under samme nummer.',
  'check.parents.projects': () =>
    'Prosjekter eksporteres ikke. Hvert prosjekt som faktureres, må holdes i Uniconta for hånd under samme nummer.',
  'check.parents.ok': () => 'Begge eksporteres, så en faktura finner dem.',
  'check.categories': () => 'Prosjektkategorier',
  'check.categories.noGroup': () => 'Taggruppen for prosjektkategorier finnes ikke lenger. Velg en i integrasjonen.',
  'check.categories.noTags': (v) =>
    `Taggruppen ${v.group} har ingen tagger. Hent prosjektkategoriene fra Uniconta for å lage dem.`,
  'check.categories.noCode': (v) => `Disse taggene har ingen kode: ${v.tags}. Koden er prosjektkategorien i Uniconta.`,
  'check.categories.notThere': (v) => `Uniconta har ingen prosjektkategori med disse kodene: ${v.codes}.`,
  'check.categories.type': (v) =>
    `Disse prosjektkategoriene er ikke for fakturaer: ${v.codes}. Bruk en av typen Omsætning eller Ratefakturering.`,
  'check.categories.label': (v) =>
    `Typen til disse prosjektkategoriene kan ikke forstås: ${v.codes}. La den være Omsætning eller Ratefakturering, og gi brukeren engelsk eller dansk.`,
  'check.categories.rule': (v) =>
    `Taggruppen ${v.group} krever ikke nøyaktig én tagg. Endre regelen, ellers feiler fakturaer på prosjekter med ingen eller to.`,
  'check.categories.ok': (v) =>
    [
      v.revenue &&
        `Omsætning (${v.revenue}): prosjektet får inntekten, og kostnader også der en vare har en kategori for dem.`,
      v.onAccount && `Ratefakturering (${v.onAccount}): prosjektet får bare inntekten.`,
    ]
      .filter(Boolean)
      .join(' '),
  'check.categories.where': () => 'Prosjekt > Vedlikehold > Prosjektkategori',
  'check.categoryless': () => 'Prosjekter uten kategori',
  'check.categoryless.some': (v) =>
    v.count === 1
      ? `Ett prosjekt har ikke nøyaktig én tagg av ${v.group}; fakturaene kan ikke bokføres.`
      : `${v.count} prosjekter har ikke nøyaktig én tagg av ${v.group}; fakturaene kan ikke bokføres.`,
  'check.categoryless.ok': () => 'Alle prosjekter har nøyaktig én.',
  'check.series': () => 'Nummerserien til fakturaer',
  'check.series.unread': () => 'Innstillingene til firmaet kunne ikke leses, så serien er ikke kjent.',
  'check.series.none': () => 'Uniconta nevner ingen serie for bilagene til fakturaer. Velg den som er for Akkord.',
  'check.series.notVoucher': (v) =>
    `Uniconta teller fakturaer for seg og bilag for seg. Velg at en faktura har nummeret til bilaget; serien er nå ${v.serie}.`,
  'check.series.gone': (v) => `Serien ${v.serie}, som fakturaer bruker, kunne ikke finnes.`,
  'check.series.blocked': (v) => `Serien ${v.serie} er sperret.`,
  'check.series.ok': (v) => `En faktura har nummeret til bilaget, fra serien ${v.serie}.`,
  'check.series.where': () => 'Kunde > Vedlikehold > Nummerserier',
  'check.voucherSeries.where': () => 'Finans > Vedlikehold > Bilagsnummerserier',
  'check.seriesNext': () => 'Neste fakturanummer',
  'check.seriesNext.underWay': () =>
    'En faktura er underveis, så det neste nummeret i Uniconta er ikke kjent nå. Kontroller igjen når den er fremme.',
  'check.seriesNext.differs': (v) =>
    `Uniconta ville gitt ${v.there}, og ${v.here} må bli det neste. Sett neste nummer i ${v.serie} til ${v.here}, eller vårt eget til et som ingen av sidene har brukt.`,
  'check.seriesNext.ok': (v) => `Det er ${v.next} på begge sider.`,
  'check.seriesForm': () => 'Hvordan fakturanumre skrives',
  'check.seriesForm.prefix': (v) =>
    `Uniconta skriver ${v.prefix} foran numrene i ${v.serie}. Fjern prefikset, ellers er numrene ulike.`,
  'check.seriesForm.ours': (v) =>
    `Vår neste faktura skrives ${v.number}, i Uniconta blir det ${v.next}. Fjern prefiks og innledende nuller i vår serie.`,
  'check.seriesForm.ok': () => 'Bare tall på begge sider.',
  'check.seriesLast': () => 'Numre igjen i serien',
  'check.seriesLast.near': (v) =>
    `Serien ${v.serie} slutter på ${v.last}, og ${v.next} er det neste nummeret. Sett det siste nummeret høyere.`,
  'check.seriesLast.ok': () => 'Det er nok.',
  'check.seriesGroups': () => 'Kundegruppers serier',
  'check.seriesGroups.other': (v) =>
    `Disse kundegruppene nummererer fakturaer etter en annen serie: ${v.groups}. Tøm den der; alle fakturaer tar nummeret fra ${v.serie}.`,
  'check.seriesGroups.ok': () => 'Ingen kundegruppe har en egen serie.',
  'check.seriesGroups.where': () => 'Kunde > Vedlikehold > Kundegrupper > Fakturaserie',
  'check.creditSeries': () => 'Nummerserie for kreditnotaer',
  'check.creditSeries.unknown': () =>
    'Kreditnotaer har sin egen nummerserie her, og ingen har sagt hvilken som gir dem numrene i Uniconta. Si det under Selskap > Eksporter fakturaer > Nummerserie.',
  'check.creditSeries.same': (v) =>
    `${v.serie} er fakturaenes nummerserie i Uniconta, så den kan ikke gå i takt med kreditnotaenes nummerserie her. Nevn en annen, eller la kreditnotaer dele fakturaenes nummerserie.`,
  'check.creditSeries.gone': (v) => `Nummerserien ${v.serie}, som kreditnotaer tar numrene sine fra, ble ikke funnet.`,
  'check.creditSeries.ok': (v) => `Kreditnotaer tar numrene sine fra nummerserien ${v.serie}.`,
  'check.creditSeriesNext': () => 'Neste kreditnotanummer',
  'check.creditSeriesLast': () => 'Numre igjen i kreditnotaenes nummerserie',
  'check.creditSeriesAlone': () => 'En nummerserie for kreditnotaer bare for Akkord',
  'check.seriesAlone': () => 'En serie for Akkord alene',
  'check.seriesAlone.suppliers': (v) => `Leverandørfakturaer tar også numre fra ${v.serie}. Gi dem en annen serie.`,
  'check.seriesAlone.projects': (v) =>
    `Prosjektordrer eller timelister tar også numre fra ${v.serie}. Gi dem en annen serie.`,
  'check.seriesAlone.groups': (v) =>
    `Nye poster i disse gruppene tar også numre fra ${v.serie}: ${v.groups}. Gi dem en annen serie.`,
  'check.seriesAlone.journals': (v) =>
    `Disse kladdene tar også numre fra ${v.serie}: ${v.journals}. Gi dem en annen serie.`,
  'check.seriesAlone.posted': (v) =>
    `Bilag som ikke er fakturaer, tok numre fra ${v.serie}: ${v.vouchers}. Finn kladden eller purringene som bruker den, og gi dem en annen serie.`,
  'check.seriesAlone.ok': (v) => `Ingenting annet som kunne leses, bruker ${v.serie}.`,
  'check.seriesAlone.where': () => 'Finans > Vedlikehold > Bilagsnummerserier',
  'check.accounts': () => 'Kontoer på fakturalinjer',
  'check.accounts.none': () =>
    'Det er ikke valgt kontoer for fakturalinjer ennå. Velg dem i innstillingene for fakturering.',
  'check.accounts.notThere': (v) => `Uniconta har ikke konto ${v.accounts}.`,
  'check.accounts.blocked': (v) => `Sperret i Uniconta: konto ${v.accounts}.`,
  'check.accounts.type': (v) =>
    `Disse kontoene er ikke omsetningskontoer i Uniconta: ${v.accounts}. Velg andre, eller endre typen der.`,
  'check.accounts.label': (v) =>
    `Typen til disse kontoene kan ikke forstås: ${v.accounts}. Gi brukeren engelsk eller dansk, eller se etter at det er omsetningskontoer.`,
  'check.accounts.dimension': (v) =>
    `Disse kontoene krever en dimensjon som fakturaer ikke har (nummeret står i parentes): ${v.accounts}. Velg den som avdeling i integrasjonen og send den med fakturaer, eller gjør den valgfri på kontoen der.`,
  'check.accounts.ok': (v) =>
    v.count === 1
      ? 'Den ene kontoen i bruk er en omsetningskonto.'
      : `Alle ${v.count} kontoer i bruk er omsetningskontoer.`,
  'check.accounts.where': () => 'Finans > Vedlikehold > Kontoplan',
  'check.period': () => 'Åpen regnskapsperiode',
  'check.period.noYear': (v) =>
    `Uniconta har ikke noe regnskapsår med ${v.day}, så ingenting kan bokføres den dagen. Opprett året der.`,
  'check.period.yearClosed': (v) =>
    `Regnskapsåret med ${v.day} er lukket i Uniconta, så ingenting kan bokføres den dagen. Åpne det der.`,
  'check.period.monthClosed': (v) =>
    `Måneden med ${v.day} er lukket i Uniconta, så ingenting kan bokføres den dagen. Åpne den der.`,
  'check.period.label': (v) =>
    `Om dette regnskapsåret er åpent, kan ikke forstås: ${v.label}. Gi brukeren engelsk eller dansk, eller se etter at det er åpent.`,
  'check.period.ok': (v) => `En faktura fra ${v.day} kan bokføres.`,
  'check.period.where': () => 'Finans > Vedlikehold > Regnskapsår',
  'check.vatCodes': () => 'Mva-koder',
  'check.vatCodes.notThere': (v) => `Uniconta har ikke mva-kode ${v.codes}.`,
  'check.vatCodes.blocked': (v) => `Sperret i Uniconta: mva-kode ${v.codes}.`,
  'check.vatCodes.purchase': (v) => `Disse mva-kodene er for kjøp i Uniconta: ${v.codes}.`,
  'check.vatCodes.rate': (v) =>
    `Mva-kode ${v.code} er ${v.here} % her og ${v.there} % i Uniconta i dag. La dem være like.`,
  'check.vatCodes.ok': (v) =>
    v.count === 1 ? 'Den ene koden i bruk har samme sats der.' : `Alle ${v.count} koder i bruk har samme satser der.`,
  'check.vatCodes.where': () => 'Finans > Vedlikehold > Mva-koder',
  'check.terms': () => 'Betalingsbetingelser',
  'check.terms.noDays': () =>
    'Uniconta har ingen betingelse med 0 dager, som hver kreditnota trenger. Opprett en med netto dager og 0 dager.',
  'check.terms.notThere': (v) =>
    `Uniconta har ingen betingelse med netto dager for disse antall dager: ${v.days}. Opprett dem; en annen tas aldri i stedet.`,
  'check.terms.label': (v) =>
    `Metoden i betingelsene for disse antall dager kan ikke forstås: ${v.days}. Gi brukeren engelsk eller dansk, eller se etter at den er netto dager.`,
  'check.terms.ok': () => 'Det er en for hvert antall dager i bruk.',
  'check.terms.where': () => 'Finans > Vedlikehold > Betalingsbetingelser',
  'check.currencies': () => 'Valutaer',
  'check.currencies.company': (v) => `Firmaet fører regnskapet i ${v.there} i Uniconta og i ${v.here} her.`,
  'check.currencies.companyWhere': () => 'Firma > Vedlikehold > Firmaopplysninger',
  'check.currencies.noRate': (v) =>
    `Uniconta viser ingen kurs for ${v.currencies}. Uten den kan en faktura i valutaen ikke bokføres.`,
  'check.currencies.ok': () => 'Hver valuta i bruk har en kurs eller er firmaets egen.',
  'check.currencies.where': () => 'Finans > Vedlikehold > Valutakurser',
  'check.invoiceDepartments': () => 'Avdelinger på fakturaer',
  'check.invoiceDepartmentless': () => 'Fakturaer uten avdeling',
  'check.invoiceDepartmentless.projects': (v) =>
    v.count === 1
      ? 'Ett prosjekt har ingen avdeling; fakturaene kan ikke bokføres.'
      : `${v.count} prosjekter har ingen avdeling; fakturaene kan ikke bokføres.`,
  'check.invoiceDepartmentless.drafts': (v) =>
    v.count === 1
      ? 'Ett utkast har ingen avdeling; som faktura kan det ikke bokføres.'
      : `${v.count} utkast har ingen avdeling; som fakturaer kan de ikke bokføres.`,
  'check.invoiceDepartmentless.ok': () => 'Alle har en.',
}
