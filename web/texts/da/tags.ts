import type { Texts } from '../texts.tsx'

export const tags: Texts['tags'] = {
  title: 'Mærker',
  tag: 'Mærke',
  ruleHints: {
    none: 'Så mange mærker, du vil.',
    'at-least-one': 'Vælg mindst ét mærke.',
    'at-most-one': 'Vælg ét mærke eller intet.',
    'exactly-one': 'Vælg præcis ét mærke.',
  },
  rules: { none: 'Ingen regel', 'at-least-one': 'Mindst ét', 'at-most-one': 'Højst ét', 'exactly-one': 'Præcis ét' },
  objectKinds: { customer: 'Kunder', project: 'Projekter', invoice: 'Fakturaer' },
  colours: {
    gray: 'Grå',
    red: 'Rød',
    pink: 'Lyserød',
    grape: 'Lilla',
    violet: 'Violet',
    indigo: 'Indigo',
    blue: 'Blå',
    cyan: 'Cyan',
    teal: 'Blågrøn',
    green: 'Grøn',
    lime: 'Lime',
    yellow: 'Gul',
    orange: 'Orange',
  },
  hint: 'Mærker står i grupper, og en gruppe siger, hvor mange af dens mærker en post bærer. En kode er det, regnskabet kalder mærket.',
  empty: 'Der er ingen mærker endnu. Begynd med en gruppe, for eksempel regnskabets kundegrupper.',
  newGroupTitle: 'Ny gruppe',
  newGroupButton: '+ Ny gruppe',
  editTitle: (name) => `Ret ${name}`,
  editGroupTitle: (name) => `Ret gruppen ${name}`,
  newTagTitle: (group) => `Nyt mærke i ${group}`,
  newTagButton: '+ Mærke',
  newTagIn: (group) => `+ Mærke i ${group}`,
  tagsOf: (group) => `Mærker i ${group}`,
  noTags: 'Gruppen har ingen mærker endnu.',
  usedBy: 'Bruges af',
  showUsers: (count, tag) => (count === 1 ? `Vis den ene post med ${tag}` : `Vis de ${count} poster med ${tag}`),
  state: 'Status',
  active: 'Aktiv',
  inactive: 'Ikke længere aktiv',
  fields: {
    name: 'Navn',
    code: 'Kode',
    colour: 'Farve',
    active: 'Aktiv',
    groupId: 'Gruppe',
    group: 'Gruppe',
    objectKind: 'Til',
    rule: 'Hvor mange en post bærer',
  },
  codeHint: 'Værdien i regnskabet, skrevet nøjagtigt som der. Hver kode én gang i gruppen.',
  inactiveHint: 'Et mærke, der ikke er aktivt, bliver på sine poster og tilbydes ikke andre.',
  ruleHint: 'En ny regel gælder, næste gang en post gemmes. Poster, der bryder den, bliver, som de er, til da.',
  kindStays: (count) =>
    count === 1
      ? 'En post bærer et mærke fra gruppen, så dette bliver.'
      : `${count} poster bærer mærker fra gruppen, så dette bliver.`,
  goesAgain: (count) =>
    count === 1
      ? 'En post bærer mærket. Når du gemmer, sendes den til regnskabet igen.'
      : `${count} poster bærer mærket. Når du gemmer, sendes de alle til regnskabet igen.`,
  codeGone: 'Uden kode kan poster med mærket ikke gå til regnskabet, hvor gruppen bruges der.',
  deleteGroupText: 'Dens mærker forsvinder med den. Historikken gemmer, hvad den var.',
}
