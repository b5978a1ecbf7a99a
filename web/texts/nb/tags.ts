import type { Texts } from '../texts.tsx'

export const tags: Texts['tags'] = {
  title: 'Tagger',
  tag: 'Tagg',
  ruleHints: {
    none: 'Så mange tagger du vil.',
    'at-least-one': 'Velg minst én tagg.',
    'at-most-one': 'Velg én tagg eller ingen.',
    'exactly-one': 'Velg nøyaktig én tagg.',
  },
  rules: { none: 'Ingen regel', 'at-least-one': 'Minst én', 'at-most-one': 'Høyst én', 'exactly-one': 'Nøyaktig én' },
  objectKinds: { customer: 'Kunder', project: 'Prosjekter', invoice: 'Fakturaer' },
  colours: {
    gray: 'Grå',
    red: 'Rød',
    pink: 'Rosa',
    grape: 'Lilla',
    violet: 'Fiolett',
    indigo: 'Indigo',
    blue: 'Blå',
    cyan: 'Cyan',
    teal: 'Blågrønn',
    green: 'Grønn',
    lime: 'Lime',
    yellow: 'Gul',
    orange: 'Oransje',
  },
  hint: 'Tagger står i grupper, og en gruppe sier hvor mange av dens tagger en post bærer. En kode er det regnskapet kaller taggen.',
  empty: 'Det finnes ingen tagger ennå. Begynn med en gruppe, for eksempel regnskapets kundegrupper.',
  newGroupTitle: 'Ny gruppe',
  newGroupButton: '+ Ny gruppe',
  editTitle: (name) => `Rediger ${name}`,
  editGroupTitle: (name) => `Rediger gruppen ${name}`,
  newTagTitle: (group) => `Ny tagg i ${group}`,
  newTagButton: '+ Tagg',
  newTagIn: (group) => `+ Tagg i ${group}`,
  tagsOf: (group) => `Tagger i ${group}`,
  noTags: 'Gruppen har ingen tagger ennå.',
  usedBy: 'Brukes av',
  showUsers: (count, tag) => (count === 1 ? `Vis den ene posten med ${tag}` : `Vis de ${count} postene med ${tag}`),
  state: 'Status',
  active: 'Aktiv',
  inactive: 'Ikke lenger aktiv',
  fields: {
    name: 'Navn',
    code: 'Kode',
    colour: 'Farge',
    active: 'Aktiv',
    groupId: 'Gruppe',
    group: 'Gruppe',
    objectKind: 'For',
    rule: 'Hvor mange en post bærer',
  },
  codeHint: 'Verdien i regnskapet, skrevet nøyaktig som der. Hver kode én gang i gruppen.',
  inactiveHint: 'En tagg som ikke er aktiv, blir på sine poster og tilbys ikke andre.',
  ruleHint: 'En ny regel gjelder neste gang en post lagres. Poster som bryter den, blir som de er til da.',
  kindStays: (count) =>
    count === 1
      ? 'En post bærer en tagg fra gruppen, så dette blir.'
      : `${count} poster bærer tagger fra gruppen, så dette blir.`,
  goesAgain: (count) =>
    count === 1
      ? 'En post bærer taggen. Når du lagrer, sendes den til regnskapet igjen.'
      : `${count} poster bærer taggen. Når du lagrer, sendes alle til regnskapet igjen.`,
  codeGone: 'Uten kode kan poster med taggen ikke gå til regnskapet der gruppen brukes.',
  deleteGroupText: 'Taggene forsvinner med den. Historikken husker hva den var.',
}
