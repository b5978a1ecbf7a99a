import type { Translated } from '../lib/i18n/sentence.ts'
import type { IdentifierKind } from '../lib/identifiers.ts'
import type { customerTexts } from './customer-texts.ts'

export const customerTextsDa: Translated<typeof customerTexts> = {
  'customer.hasDocuments': (v) =>
    `${v.number} ${v.name} har ${v.count === 1 ? 'en faktura, kladde eller kreditnota' : `${v.count} fakturaer, kladder eller kreditnotaer`}, som gemmes i fem år, og blev ikke slettet. Gør kunden inaktiv i stedet.`,
  'customer.unknown': () => 'Kunden findes ikke længere. Vælg en anden.',
  'customer.numberTaken': (v) => `Nummeret ${v.number} bruges allerede af ${v.name}.`,
  'customer.numberGiven': (v) =>
    `Kundenumre gives af serien; det næste er ${v.number}. Lad nummeret stå tomt, eller lad en administrator tillade andre numre.`,
  'customer.numberFixed': (v) =>
    `${v.number} ${v.name} er sendt til regnskabet under dette nummer, så nummeret bliver. En administrator kan ophæve koblingen og sende kunden på ny under et andet nummer.`,
  'customer.transferredStays': (v) =>
    `${v.number} ${v.name} er sendt til regnskabet og blev ikke slettet. Gør kunden inaktiv i stedet.`,
  'customer.hasProjects': (v) =>
    `${v.number} ${v.name} har ${v.count === 1 ? 'ét projekt' : `${v.count} projekter`} og blev ikke slettet. Gør kunden inaktiv i stedet.`,
  'customer.noProjects': (v) =>
    `${v.number} ${v.name} er ${statuses[v.status] ?? v.status} og får ingen nye projekter. Gør kunden aktiv først, eller vælg en anden.`,
  'customer.participantOnly': (v) =>
    `${v.number} ${v.name} deltager kun i projekter og har ingen selv. Ret forholdet til kunde først, eller vælg en anden.`,
  'customer.doubtfulNumber': (v) =>
    `${v.number} er ikke ${names[v.kind as IdentifierKind] ?? 'et kendt nummer'}: kontrolcifferet eller længden er forkert. Det blev gemt, som det er skrevet.`,
}

const statuses: Readonly<Record<string, string>> = {
  potential: 'mulig',
  active: 'aktiv',
  blocked: 'spærret',
  inactive: 'inaktiv',
}

const names: Record<IdentifierKind, string> = {
  cvr: 'et dansk CVR-nummer',
  'no-orgnr': 'et norsk organisationsnummer',
  'se-orgnr': 'et svensk organisationsnummer',
  'fi-y-tunnus': 'et finsk virksomhedsnummer',
  'is-kennitala': 'en islandsk kennitala',
  gln: 'et GLN-nummer (EAN)',
  'dk-vat': 'et dansk momsnummer (DK og otte cifre)',
  'no-vat': 'et norsk momsnummer (NO, ni cifre og MVA)',
  'se-vat': 'et svensk momsnummer (SE og tolv cifre)',
  'fi-vat': 'et finsk momsnummer (FI og otte cifre)',
  'is-vsk': 'et islandsk VSK-nummer (fem eller seks cifre)',
}
