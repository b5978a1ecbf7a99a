import type { Texts } from '../texts.tsx'

export const departments: Texts['departments'] = {
  title: 'Avdelinger',
  newTitle: 'Ny avdeling',
  newButton: '+ Ny avdeling',
  editTitle: (name) => `Rediger ${name}`,
  hint: 'Et prosjekt kan høre til en avdeling. Når prosjekter eksporteres, følger avdelingens nummer med som dimensjon.',
  empty: 'Det finnes ingen avdelinger. De trengs bare når prosjekter skal høre til en.',
  projects: 'Prosjekter',
  showProjects: (count, name) =>
    count === 1 ? `Vis det ene prosjektet i ${name}` : `Vis de ${count} prosjektene i ${name}`,
  state: 'Status',
  active: 'Aktiv',
  inactive: 'Ikke lenger aktiv',
  ownNumber: (number) => `${number} (dens eget)`,
  externalHint: 'Avdelingens nummer i regnskapet. Står det tomt, brukes dens eget nummer.',
  goesAgain: (count) =>
    count === 1
      ? 'Når du lagrer, sendes prosjektet til regnskapet igjen med det nye nummeret.'
      : `Når du lagrer, sendes de ${count} prosjektene til regnskapet igjen med det nye nummeret.`,
  inactiveHint: 'En avdeling som ikke er aktiv, blir på sine prosjekter og tilbys ikke andre.',
  fields: { number: 'Nummer', name: 'Navn', externalNumber: 'Nummer i regnskapet', active: 'Aktiv' },
}
