import type { httpTexts } from './http-texts.ts'
import type { Translated } from './i18n/sentence.ts'

export const httpTextsDa: Translated<typeof httpTexts> = {
  'http.notTaken': (v) => `Indholdstypen skal være en af disse: ${v.types}. Intet blev gemt.`,
  'http.signedOut': () => 'Log ind først. Din session er slut eller blev aldrig begyndt.',
  'http.forbidden': (v) =>
    `Din rolle må ikke dette (${v.permission}). Spørg en administrator, hvis du har brug for det.`,
  'http.foreignOrigin': () => 'Ændringen kom fra en anden hjemmeside og blev afvist. Intet blev gemt.',
  'http.invalid': (v) =>
    v.count === 1 ? 'Ét felt skal rettes. Intet blev gemt.' : `${v.count} felter skal rettes. Intet blev gemt.`,
  'http.notJson': () => 'Indholdet skal være JSON med indholdstypen application/json. Intet blev gemt.',
  'http.tooLarge': (v) => `Indholdet er større end ${v.limit}. Intet blev gemt.`,
  'http.noSuchPage': (v) => `Der er ikke noget på ${v.path}.`,
  'http.badCharacter': () => 'Indeholder et tegn, der ikke kan gemmes (NUL eller et halvt par).',
  'http.fault': (v) =>
    `Noget gik galt hos os og står i loggen som ${v.id}. Intet blev gemt. Prøv igen; bliver det ved, så giv administratoren dette nummer.`,
  'http.busy': () => 'Databasen svarede ikke i tide. Intet blev gemt. Prøv igen om et øjeblik.',
  'http.goneMeanwhile': () =>
    'Noget, som posten henviser til, er slettet imens. Intet blev gemt. Genindlæs siden, og vælg på ny.',
  'record.notFound': (v) => `Der er ingen ${v.what} ${v.id}.`,
  'record.changedMeanwhile': () =>
    'En anden har ændret posten imens. Intet blev gemt. Sammenlign de to udgaver, og gem igen.',
  'field.invalid': (v) => v.reason,
  'field.missing': () => 'Dette mangler.',
  'field.empty': () => 'Udfyld dette.',
  'field.unknown': () => 'Der er ikke et sådant felt.',
  'field.wrongKind': (v) => `Dette skal være ${kinds[v.kind] ?? v.kind}.`,
  'field.wrongForm': (v) => `Skriv ${forms[v.form] ?? `en gyldig ${v.form}`}.`,
  'field.notOffered': (v) => `Vælg en af disse: ${v.values}.`,
  'field.tooSmall': (v) => `${sizeOf('Mindst', v)}.`,
  'field.tooBig': (v) => `${sizeOf('Højst', v)}.`,
}

const kinds: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'et tal',
  int: 'et helt tal',
  boolean: 'sandt eller falsk',
  array: 'en liste',
  object: 'et objekt',
  record: 'et objekt',
  null: 'null',
}
const forms: Readonly<Record<string, string>> = {
  email: 'en e-mailadresse som navn@firma.dk',
  uuid: 'en posts id',
  url: 'en webadresse, der begynder med https://',
  date: 'en dag som ÅÅÅÅ-MM-DD, for eksempel 2026-11-23',
  datetime: 'et tidspunkt som 2026-11-23T08:30:00Z',
}

function sizeOf(bound: string, { limit, of }: { limit: number; of: string }): string {
  if (of === 'string') return `${bound} ${limit} tegn`
  if (of === 'array') return `${bound} ${limit} ${limit === 1 ? 'linje' : 'linjer'}`
  return `${bound} ${limit}`
}
