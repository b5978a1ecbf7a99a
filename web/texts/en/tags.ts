import type { ObjectKind, TagRule } from '../../../src/tags/tag.ts'

const ruleHints: Record<TagRule, string> = {
  none: 'Any number of tags.',
  'at-least-one': 'Choose at least one tag.',
  'at-most-one': 'Choose one tag or none.',
  'exactly-one': 'Choose exactly one tag.',
}
const rules: Record<TagRule, string> = {
  none: 'No rule',
  'at-least-one': 'At least one',
  'at-most-one': 'At most one',
  'exactly-one': 'Exactly one',
}
const objectKinds: Record<ObjectKind, string> = { customer: 'Customers', project: 'Projects', invoice: 'Invoices' }

export const tags = { title: 'Tags', tag: 'Tag', ruleHints, rules, objectKinds }
