import type { httpTexts } from './http-texts.ts'
import type { Translated } from './i18n/sentence.ts'

export const httpTextsNb: Translated<typeof httpTexts> = {
  'http.notTaken': (v) => `Innholdstypen må være en av disse: ${v.types}. Ingenting ble lagret.`,
  'http.signedOut': () => 'Logg inn først. Økten din er slutt eller ble aldri begynt.',
  'http.forbidden': (v) => `Rollen din kan ikke dette (${v.permission}). Spør en administrator hvis du trenger det.`,
  'http.foreignOrigin': () => 'Endringen kom fra et annet nettsted og ble avvist. Ingenting ble lagret.',
  'http.invalid': (v) =>
    v.count === 1 ? 'Ett felt må rettes. Ingenting ble lagret.' : `${v.count} felter må rettes. Ingenting ble lagret.`,
  'http.notJson': () => 'Innholdet må være JSON med innholdstypen application/json. Ingenting ble lagret.',
  'http.tooLarge': (v) => `Innholdet er større enn ${v.limit}. Ingenting ble lagret.`,
  'http.noSuchPage': (v) => `Det er ikke noe på ${v.path}.`,
  'http.badCharacter': () => 'Inneholder et tegn som ikke kan lagres (NUL eller et halvt par).',
  'http.fault': (v) =>
    `Noe gikk galt hos oss og står i loggen som ${v.id}. Ingenting ble lagret. Prøv igjen; fortsetter det, gi administratoren dette nummeret.`,
  'http.busy': () => 'Databasen svarte ikke i tide. Ingenting ble lagret. Prøv igjen om et øyeblikk.',
  'http.goneMeanwhile': () =>
    'Noe som posten viser til, er slettet imens. Ingenting ble lagret. Last inn siden på nytt, og velg igjen.',
  'record.notFound': (v) => `Det finnes ingen ${v.what} ${v.id}.`,
  'record.changedMeanwhile': () =>
    'Noen andre har endret posten imens. Ingenting ble lagret. Sammenlign de to versjonene, og lagre igjen.',
  'field.invalid': (v) => v.reason,
  'field.missing': () => 'Dette mangler.',
  'field.empty': () => 'Fyll ut dette.',
  'field.unknown': () => 'Det finnes ikke et slikt felt.',
  'field.wrongKind': (v) => `Dette må være ${kinds[v.kind] ?? v.kind}.`,
  'field.wrongForm': (v) => `Skriv ${forms[v.form] ?? `en gyldig ${v.form}`}.`,
  'field.notOffered': (v) => `Velg en av disse: ${v.values}.`,
  'field.tooSmall': (v) => `${sizeOf('Minst', v)}.`,
  'field.tooBig': (v) => `${sizeOf('Høyst', v)}.`,
}

const kinds: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'et tall',
  int: 'et helt tall',
  boolean: 'sant eller usant',
  array: 'en liste',
  object: 'et objekt',
  record: 'et objekt',
  null: 'null',
}
const forms: Readonly<Record<string, string>> = {
  email: 'en e-postadresse som navn@firma.no',
  uuid: 'en posts id',
  url: 'en nettadresse som begynner med https://',
  date: 'en dag som ÅÅÅÅ-MM-DD, for eksempel 2026-11-23',
  datetime: 'et tidspunkt som 2026-11-23T08:30:00Z',
}

function sizeOf(bound: string, { limit, of }: { limit: number; of: string }): string {
  if (of === 'string') return `${bound} ${limit} tegn`
  if (of === 'array') return `${bound} ${limit} ${limit === 1 ? 'linje' : 'linjer'}`
  return `${bound} ${limit}`
}
