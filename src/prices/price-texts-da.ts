import type { Translated } from '../lib/i18n/sentence.ts'
import type { priceTexts } from './price-texts.ts'

export const priceTextsDa: Translated<typeof priceTexts> = {
  'rate.noModel': (v) =>
    `Projektet ${v.project} har ingen prismodel, så dets timer har ingen pris. Tilføj en under projektets Priser.`,
  'rate.noneOfPerson': (v) => `${v.name} har ingen pris i prismodellen ${v.model}. Giv en under projektets Priser.`,
  'rate.personBeginsLater': (v) =>
    `Den første pris for ${v.name} i prismodellen ${v.model} gælder fra ${v.validFrom}, og der er arbejde før det. Lad en pris begynde tidligere.`,
  'rate.noCommon': (v) => `Prismodellen ${v.model} har ingen fælles pris. Giv en under projektets Priser.`,
  'rate.noStandard': (v) => `${v.name} har ingen standardpris. Giv en på medarbejderens side.`,
  'rate.standardBeginsLater': (v) =>
    `Den første standardpris for ${v.name} gælder fra ${v.validFrom}, og der er arbejde før det. Lad en pris begynde tidligere.`,
  'rate.noRole': (v) =>
    `${v.name} har ingen rolle i projektet ${v.project}, hvis priser følger roller. Gør ${v.name} til deltager i projektet.`,
  'rate.roleWithoutPrice': (v) =>
    `Projektrollen ${v.role} har ingen salgspris. Giv en under Opsætning > Projektroller.`,
  'rate.otherCurrency': (v) =>
    `Standardprisen for ${v.name} er i ${v.own}, og prismodellen ${v.model} fakturerer i ${v.billed}. Giv en pris i ${v.billed} under projektets Priser.`,
  'role.nameTaken': (v) => `Der er allerede en projektrolle ${v.name}.`,
  'role.inUse': (v) =>
    `Projektrollen ${v.name} bruges af ${counted(v.members, 'én projektdeltager', 'projektdeltagere')}${v.rates > 0 ? ` og ${counted(v.rates, 'én pris', 'priser')} i prismodeller` : ''} og blev ikke slettet. Gør den inaktiv i stedet.`,
  'role.unknown': () => 'Projektrollen findes ikke længere. Vælg en anden.',
  'role.inactive': (v) => `Projektrollen ${v.name} er ikke længere aktiv. Vælg en anden.`,
  'member.userUnknown': () => 'Medarbejderen findes ikke længere. Vælg en anden.',
  'member.userGone': (v) => `${v.name} er ikke længere aktiv. Vælg en anden.`,
  'price.projectUnknown': () => 'Projektet findes ikke længere. Vælg et andet.',
  'price.customerUnknown': () => 'Kunden findes ikke længere. Vælg en anden.',
  'price.customerBlocked': (v) => `${v.number} ${v.name} er spærret og får ingen fakturaer. Vælg en anden kunde.`,
  'price.baseMissing': () => 'Vælg, hvad prisen på en time bygger på.',
  'price.baseBesidesAgreed': () =>
    'En aftalt pris og en timepris udelukker hinanden her. Tøm den aftalte pris, eller vælg ingen timepris.',
  'price.notOfKind': (v) => `${kinds[v.kind] ?? v.kind} har ikke noget sådant. Tøm dette, eller vælg en anden slags.`,
  'price.commonMissing': () => 'Udfyld den fælles timepris.',
  'price.commonUnused': () => 'En fælles pris gælder kun, når timer bygger på den. Tøm dette, eller vælg det.',
  'price.fixedMissing': () => 'Udfyld den aftalte pris.',
  'price.negative': () => 'Skriv et beløb, der ikke er negativt.',
  'price.tooManyDecimals': (v) => `${v.currency} har ingen decimaler. Skriv et helt beløb.`,
  'price.planOfNothing': () => 'En rate i planen har et beløb, og det er ikke negativt.',
  'price.rateOfOne': () => 'En pris hører til én person, én rolle eller én aktivitet.',
  'price.rateTwice': (v) => `Der er to priser for det samme fra ${v.validFrom}. Behold den ene.`,
  'price.rateOfUnknown': () => 'Det, prisen var for, findes ikke længere. Vælg noget andet.',
  'price.activityElsewhere': () => 'Aktiviteten hører til et andet projekt. Vælg en i dette projekt.',
  'price.kindStays': (v) =>
    `${v.name} har faktureret på ${counted(v.invoices, 'én kladde eller faktura', 'kladder og fakturaer')}, så dens slags bliver. Lav en ny prismodel, og gør denne inaktiv.`,
  'price.inUse': (v) =>
    `Prismodellen ${v.name} bruges af ${usesOf(v).join(' og ')} og blev ikke slettet. Gør den inaktiv i stedet.`,
  'price.planBilled': (v) =>
    `Raten ${v.text} af ${v.dueOn} står på en kladde eller faktura og blev ikke ændret. Slet kladden først, eller kreditér fakturaen.`,
  'price.planUnknown': () => 'Planens rate findes ikke længere. Udelad den, eller tilføj den på ny.',
  'price.orderIncomplete': () => 'Nævn hver af projektets prismodeller én gang. Genindlæs siden, og ordn dem på ny.',
}

const kinds: Readonly<Record<string, string>> = {
  hourly: 'En prismodel med timepriser',
  fixed: 'En fast pris',
  'on-account': 'En prismodel a conto',
  'non-billable': 'En prismodel, der aldrig faktureres,',
}

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

function usesOf(v: { activities: number; invoices: number; planned: number }): string[] {
  return [
    ...(v.activities > 0 ? [counted(v.activities, 'én aktivitet', 'aktiviteter')] : []),
    ...(v.invoices > 0 ? [counted(v.invoices, 'én kladde eller faktura', 'kladder og fakturaer')] : []),
    ...(v.planned > 0 ? [counted(v.planned, 'én faktureret rate i dens plan', 'fakturerede rater i dens plan')] : []),
  ]
}
