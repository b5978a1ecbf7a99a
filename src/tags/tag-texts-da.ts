import type { Translated } from '../lib/i18n/sentence.ts'
import type { RuleValues, tagTexts } from './tag-texts.ts'

export const tagTextsDa: Translated<typeof tagTexts> = {
  'tag.unknown': () => 'Mærket findes ikke længere. Vælg et andet.',
  'tag.otherKind': (v) =>
    `Mærket ${v.tag} hører til gruppen ${v.group}, hvis mærker er til ${plurals[v.kind] ?? v.kind}.`,
  'tag.inactive': (v) => `Mærket ${v.tag} i gruppen ${v.group} er ikke længere aktivt. Vælg et andet.`,
  'tag.exactlyOne': (v) => `Vælg præcis ét mærke i gruppen ${v.group}. ${has(v)}`,
  'tag.atLeastOne': (v) => `Vælg mindst ét mærke i gruppen ${v.group}. ${has(v)}`,
  'tag.atMostOne': (v) => `Vælg højst ét mærke i gruppen ${v.group}. ${has(v)}`,
  'tag.codeTaken': (v) => `Koden ${v.code} bruges allerede af mærket ${v.tag} i gruppen.`,
  'tag.inUse': (v) => `Mærket ${v.tag} bruges af ${records(v.count)} og blev ikke slettet. Gør det inaktivt i stedet.`,
  'tag.stays': (v) => `Mærket ${v.tag} bruges af ${records(v.count)}, så det bliver i sin gruppe.`,
  'tag.groupUnknown': () => 'Mærkegruppen findes ikke længere. Vælg en anden.',
  'tag.groupInUse': (v) => `Mærker i gruppen ${v.group} bruges af ${records(v.count)}. Gruppen blev ikke slettet.`,
  'tag.groupStays': (v) =>
    `Mærker i gruppen ${v.group} bruges af ${records(v.count)}, så gruppen beholder sin slags poster.`,
}

const plurals: Readonly<Record<string, string>> = { customer: 'kunder', project: 'projekter', invoice: 'fakturaer' }
const these: Readonly<Record<string, string>> = {
  customer: 'Kunden',
  project: 'Projektet',
  invoice: 'Fakturaen',
}
const numbers = ['ingen', 'ét', 'to', 'tre', 'fire', 'fem', 'seks']

function has({ kind, count, names }: RuleValues): string {
  const record = these[kind] ?? kind
  return count === 0
    ? `${record} har ingen.`
    : `${record} har ${numbers[count] ?? count}: ${names.replaceAll(' and ', ' og ')}.`
}

const records = (count: number) => (count === 1 ? 'én post' : `${count} poster`)
