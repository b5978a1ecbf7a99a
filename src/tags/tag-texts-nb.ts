import type { Translated } from '../lib/i18n/sentence.ts'
import type { RuleValues, tagTexts } from './tag-texts.ts'

export const tagTextsNb: Translated<typeof tagTexts> = {
  'tag.unknown': () => 'Taggen finnes ikke lenger. Velg en annen.',
  'tag.otherKind': (v) =>
    `Taggen ${v.tag} hører til gruppen ${v.group}, der taggene er for ${plurals[v.kind] ?? v.kind}.`,
  'tag.inactive': (v) => `Taggen ${v.tag} i gruppen ${v.group} er ikke lenger aktiv. Velg en annen.`,
  'tag.exactlyOne': (v) => `Velg nøyaktig én tagg i gruppen ${v.group}. ${has(v)}`,
  'tag.atLeastOne': (v) => `Velg minst én tagg i gruppen ${v.group}. ${has(v)}`,
  'tag.atMostOne': (v) => `Velg høyst én tagg i gruppen ${v.group}. ${has(v)}`,
  'tag.codeTaken': (v) => `Koden ${v.code} brukes allerede av taggen ${v.tag} i gruppen.`,
  'tag.inUse': (v) => `Taggen ${v.tag} brukes av ${records(v.count)} og ble ikke slettet. Gjør den inaktiv i stedet.`,
  'tag.stays': (v) => `Taggen ${v.tag} brukes av ${records(v.count)}, så den blir i gruppen sin.`,
  'tag.groupUnknown': () => 'Taggruppen finnes ikke lenger. Velg en annen.',
  'tag.groupInUse': (v) => `Tagger i gruppen ${v.group} brukes av ${records(v.count)}. Gruppen ble ikke slettet.`,
  'tag.groupStays': (v) =>
    `Tagger i gruppen ${v.group} brukes av ${records(v.count)}, så gruppen beholder sin type poster.`,
}

const plurals: Readonly<Record<string, string>> = { customer: 'kunder', project: 'prosjekter', invoice: 'fakturaer' }
const these: Readonly<Record<string, string>> = {
  customer: 'Kunden',
  project: 'Prosjektet',
  invoice: 'Fakturaen',
}
const numbers = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks']

function has({ kind, count, names }: RuleValues): string {
  const record = these[kind] ?? kind
  return count === 0
    ? `${record} har ingen.`
    : `${record} har ${numbers[count] ?? count}: ${names.replaceAll(' and ', ' og ')}.`
}

const records = (count: number) => (count === 1 ? 'én post' : `${count} poster`)
