import type { Translated } from '../lib/i18n/sentence.ts'
import type { priceTexts } from './price-texts.ts'

export const priceTextsNb: Translated<typeof priceTexts> = {
  'rate.noModel': (v) =>
    `Prosjektet ${v.project} har ingen prismodell, så timene har ingen pris. Legg til en under Priser i prosjektet.`,
  'rate.noneOfPerson': (v) => `${v.name} har ingen pris i prismodellen ${v.model}. Gi en under Priser i prosjektet.`,
  'rate.personBeginsLater': (v) =>
    `Den første prisen for ${v.name} i prismodellen ${v.model} gjelder fra ${v.validFrom}, og det er arbeid før det. La en pris begynne tidligere.`,
  'rate.noCommon': (v) => `Prismodellen ${v.model} har ingen felles pris. Gi en under Priser i prosjektet.`,
  'rate.noStandard': (v) => `${v.name} har ingen standardpris. Gi en på siden til medarbeideren.`,
  'rate.standardBeginsLater': (v) =>
    `Den første standardprisen for ${v.name} gjelder fra ${v.validFrom}, og det er arbeid før det. La en pris begynne tidligere.`,
  'rate.noRole': (v) =>
    `${v.name} har ingen rolle i prosjektet ${v.project}, der prisene følger roller. Gjør ${v.name} til deltaker i prosjektet.`,
  'rate.roleWithoutPrice': (v) => `Prosjektrollen ${v.role} har ingen salgspris. Gi en under Oppsett > Prosjektroller.`,
  'rate.otherCurrency': (v) =>
    `Standardprisen for ${v.name} er i ${v.own}, og prismodellen ${v.model} fakturerer i ${v.billed}. Gi en pris i ${v.billed} under Priser i prosjektet.`,
  'role.nameTaken': (v) => `Det finnes allerede en prosjektrolle ${v.name}.`,
  'role.inUse': (v) =>
    `Prosjektrollen ${v.name} brukes av ${counted(v.members, 'én prosjektdeltaker', 'prosjektdeltakere')}${v.rates > 0 ? ` og ${counted(v.rates, 'én pris', 'priser')} i prismodeller` : ''} og ble ikke slettet. Gjør den inaktiv i stedet.`,
  'role.unknown': () => 'Prosjektrollen finnes ikke lenger. Velg en annen.',
  'role.inactive': (v) => `Prosjektrollen ${v.name} er ikke lenger aktiv. Velg en annen.`,
  'member.userUnknown': () => 'Medarbeideren finnes ikke lenger. Velg en annen.',
  'member.userGone': (v) => `${v.name} er ikke lenger aktiv. Velg en annen.`,
  'price.projectUnknown': () => 'Prosjektet finnes ikke lenger. Velg et annet.',
  'price.customerUnknown': () => 'Kunden finnes ikke lenger. Velg en annen.',
  'price.customerBlocked': (v) => `${v.number} ${v.name} er sperret og får ingen fakturaer. Velg en annen kunde.`,
  'price.baseMissing': () => 'Velg hva prisen på en time bygger på.',
  'price.baseBesidesAgreed': () =>
    'En avtalt pris og en timepris utelukker hverandre her. Tøm den avtalte prisen, eller velg ingen timepris.',
  'price.notOfKind': (v) => `${kinds[v.kind] ?? v.kind} har ikke noe slikt. Tøm dette, eller velg en annen type.`,
  'price.commonMissing': () => 'Fyll ut den felles timeprisen.',
  'price.commonUnused': () => 'En felles pris gjelder bare når timer bygger på den. Tøm dette, eller velg det.',
  'price.fixedMissing': () => 'Fyll ut den avtalte prisen.',
  'price.negative': () => 'Skriv et beløp som ikke er negativt.',
  'price.tooManyDecimals': (v) => `${v.currency} har ingen desimaler. Skriv et helt beløp.`,
  'price.planOfNothing': () => 'En rate i planen har et beløp, og det er ikke negativt.',
  'price.rateOfOne': () => 'En pris hører til én person, én rolle eller én aktivitet.',
  'price.rateTwice': (v) => `Det er to priser for det samme fra ${v.validFrom}. Behold den ene.`,
  'price.rateOfUnknown': () => 'Det prisen var for, finnes ikke lenger. Velg noe annet.',
  'price.activityElsewhere': () => 'Aktiviteten hører til et annet prosjekt. Velg en i dette prosjektet.',
  'price.kindStays': (v) =>
    `${v.name} har fakturert på ${counted(v.invoices, 'ett utkast eller én faktura', 'utkast og fakturaer')}, så typen blir. Lag en ny prismodell, og gjør denne inaktiv.`,
  'price.inUse': (v) =>
    `Prismodellen ${v.name} brukes av ${usesOf(v).join(' og ')} og ble ikke slettet. Gjør den inaktiv i stedet.`,
  'price.planBilled': (v) =>
    `Raten ${v.text} av ${v.dueOn} står på et utkast eller en faktura og ble ikke endret. Slett utkastet først, eller krediter fakturaen.`,
  'price.planUnknown': () => 'Raten i planen finnes ikke lenger. Utelat den, eller legg den til på nytt.',
  'price.orderIncomplete': () =>
    'Nevn hver prismodell i prosjektet én gang. Last inn siden på nytt, og ordne dem igjen.',
}

const kinds: Readonly<Record<string, string>> = {
  hourly: 'En prismodell med timepriser',
  fixed: 'En fastpris',
  'on-account': 'En prismodell a konto',
  'non-billable': 'En prismodell som aldri faktureres,',
}

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

function usesOf(v: { activities: number; invoices: number; planned: number }): string[] {
  return [
    ...(v.activities > 0 ? [counted(v.activities, 'én aktivitet', 'aktiviteter')] : []),
    ...(v.invoices > 0 ? [counted(v.invoices, 'ett utkast eller én faktura', 'utkast og fakturaer')] : []),
    ...(v.planned > 0 ? [counted(v.planned, 'én fakturert rate i planen', 'fakturerte rater i planen')] : []),
  ]
}
