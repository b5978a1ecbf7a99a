export const tagTexts = {
  'tag.unknown': () => 'This tag does not exist any more. Choose another.',
  'tag.otherKind': (v: { tag: string; group: string; kind: string }) =>
    `The tag ${v.tag} belongs to the group ${v.group}, whose tags are for ${kinds[v.kind] ?? v.kind}.`,
  'tag.inactive': (v: { tag: string; group: string }) =>
    `The tag ${v.tag} of the group ${v.group} is not active any more. Choose another.`,
  'tag.exactlyOne': (v: RuleValues) => `Choose exactly one tag of the group ${v.group}. ${has(v)}`,
  'tag.atLeastOne': (v: RuleValues) => `Choose at least one tag of the group ${v.group}. ${has(v)}`,
  'tag.atMostOne': (v: RuleValues) => `Choose at most one tag of the group ${v.group}. ${has(v)}`,
  'tag.codeTaken': (v: { code: string; tag: string }) =>
    `The code ${v.code} is already used by the tag ${v.tag} of this group.`,
  'tag.inUse': (v: { tag: string; count: number }) =>
    `The tag ${v.tag} is used by ${records(v.count)} and was not deleted. Make it inactive instead.`,
  'tag.stays': (v: { tag: string; count: number }) =>
    `The tag ${v.tag} is used by ${records(v.count)}, so it stays in its group.`,
  'tag.groupUnknown': () => 'This tag group does not exist any more. Choose another.',
  'tag.groupInUse': (v: { group: string; count: number }) =>
    `Tags of the group ${v.group} are used by ${records(v.count)}. The group was not deleted.`,
  'tag.groupStays': (v: { group: string; count: number }) =>
    `Tags of the group ${v.group} are used by ${records(v.count)}, so the group stays with its kind of record.`,
}

/** `names` lists the tags that the record has of the group. */
export type RuleValues = { group: string; kind: string; count: number; names: string }

const kinds: Readonly<Record<string, string>> = { customer: 'customers', project: 'projects', invoice: 'invoices' }
const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six']

function has({ kind, count, names }: RuleValues): string {
  if (count === 0) return `This ${kind} has none.`
  return `This ${kind} has ${numbers[count] ?? count}: ${names}.`
}

const records = (count: number) => (count === 1 ? 'one record' : `${count} records`)
