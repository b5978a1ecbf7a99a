import type { ObjectKind, TagColour, TagRule } from '../../../src/tags/tag.ts'

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
const colours: Record<TagColour, string> = {
  gray: 'Grey',
  red: 'Red',
  pink: 'Pink',
  grape: 'Purple',
  violet: 'Violet',
  indigo: 'Indigo',
  blue: 'Blue',
  cyan: 'Cyan',
  teal: 'Teal',
  green: 'Green',
  lime: 'Lime',
  yellow: 'Yellow',
  orange: 'Orange',
}

export const tags = {
  title: 'Tags',
  tag: 'Tag',
  ruleHints,
  rules,
  objectKinds,
  colours,
  hint: 'Tags stand in groups, and a group says how many of its tags a record carries. A code is what accounting calls the tag.',
  empty: 'There are no tags yet. Begin with a group, for example the customer groups of accounting.',
  newGroupTitle: 'New group',
  newGroupButton: '+ New group',
  editTitle: (name: string) => `Edit ${name}`,
  editGroupTitle: (name: string) => `Edit the group ${name}`,
  newTagTitle: (group: string) => `New tag of ${group}`,
  newTagButton: '+ Tag',
  newTagIn: (group: string) => `+ Tag in ${group}`,
  tagsOf: (group: string) => `Tags of ${group}`,
  noTags: 'This group has no tags yet.',
  usedBy: 'Used by',
  showUsers: (count: number, tag: string) =>
    count === 1 ? `Show the 1 record with ${tag}` : `Show the ${count} records with ${tag}`,
  state: 'State',
  active: 'Active',
  inactive: 'Not active any more',
  fields: {
    name: 'Name',
    code: 'Code',
    colour: 'Colour',
    active: 'Active',
    groupId: 'Group',
    group: 'Group',
    objectKind: 'For',
    rule: 'How many a record carries',
  },
  codeHint: 'The value in accounting, written exactly as there. Each code once in the group.',
  inactiveHint: 'A tag that is not active stays on its records and is offered to no others.',
  ruleHint: 'A new rule binds when a record is saved next. Records that break it stay as they are until then.',
  kindStays: (count: number) =>
    count === 1
      ? 'One record carries a tag of this group, so this stays.'
      : `${count} records carry tags of this group, so this stays.`,
  goesAgain: (count: number) =>
    count === 1
      ? 'One record carries this tag. Saving sends it to accounting again.'
      : `${count} records carry this tag. Saving sends them all to accounting again.`,
  codeGone: 'Without a code, records with this tag cannot go to accounting where the group is used there.',
  deleteGroupText: 'Its tags go with it. The history keeps what it was.',
}
