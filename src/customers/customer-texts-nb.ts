import type { Translated } from '../lib/i18n/sentence.ts'
import type { IdentifierKind } from '../lib/identifiers.ts'
import type { customerTexts } from './customer-texts.ts'

export const customerTextsNb: Translated<typeof customerTexts> = {
  'customer.hasDocuments': (v) =>
    `${v.number} ${v.name} har ${v.count === 1 ? 'en faktura, et utkast eller en kreditnota' : `${v.count} fakturaer, utkast eller kreditnotaer`}, som oppbevares i fem år, og ble ikke slettet. Gjør kunden inaktiv i stedet.`,
  'customer.unknown': () => 'Kunden finnes ikke lenger. Velg en annen.',
  'customer.numberTaken': (v) => `Nummeret ${v.number} brukes allerede av ${v.name}.`,
  'customer.numberGiven': (v) =>
    `Kundenumre gis av serien; det neste er ${v.number}. La nummeret stå tomt, eller la en administrator tillate andre numre.`,
  'customer.numberFixed': (v) =>
    `${v.number} ${v.name} er sendt til regnskapet under dette nummeret, så nummeret blir. En administrator kan oppheve koblingen og sende kunden på nytt under et annet nummer.`,
  'customer.transferredStays': (v) =>
    `${v.number} ${v.name} er sendt til regnskapet og ble ikke slettet. Gjør kunden inaktiv i stedet.`,
  'customer.hasProjects': (v) =>
    `${v.number} ${v.name} har ${v.count === 1 ? 'ett prosjekt' : `${v.count} prosjekter`} og ble ikke slettet. Gjør kunden inaktiv i stedet.`,
  'customer.noProjects': (v) =>
    `${v.number} ${v.name} er ${statuses[v.status] ?? v.status} og får ingen nye prosjekter. Gjør kunden aktiv først, eller velg en annen.`,
  'customer.participantOnly': (v) =>
    `${v.number} ${v.name} deltar bare i prosjekter og har ingen selv. Endre forholdet til kunde først, eller velg en annen.`,
  'customer.doubtfulNumber': (v) =>
    `${v.number} er ikke ${names[v.kind as IdentifierKind] ?? 'et kjent nummer'}: kontrollsifferet eller lengden er feil. Det ble lagret som det er skrevet.`,
}

const statuses: Readonly<Record<string, string>> = {
  potential: 'mulig',
  active: 'aktiv',
  blocked: 'sperret',
  inactive: 'inaktiv',
}

const names: Record<IdentifierKind, string> = {
  cvr: 'et dansk CVR-nummer',
  'no-orgnr': 'et norsk organisasjonsnummer',
  'se-orgnr': 'et svensk organisasjonsnummer',
  'fi-y-tunnus': 'et finsk foretaksnummer',
  'is-kennitala': 'en islandsk kennitala',
  gln: 'et GLN-nummer (EAN)',
  'dk-vat': 'et dansk mva-nummer (DK og åtte sifre)',
  'no-vat': 'et norsk mva-nummer (NO, ni sifre og MVA)',
  'se-vat': 'et svensk mva-nummer (SE og tolv sifre)',
  'fi-vat': 'et finsk mva-nummer (FI og åtte sifre)',
  'is-vsk': 'et islandsk VSK-nummer (fem eller seks sifre)',
}
