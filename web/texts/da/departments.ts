import type { Texts } from '../texts.tsx'

export const departments: Texts['departments'] = {
  title: 'Afdelinger',
  newTitle: 'Ny afdeling',
  newButton: '+ Ny afdeling',
  editTitle: (name) => `Ret ${name}`,
  hint: 'Et projekt kan høre til en afdeling. Når projekter eksporteres, følger afdelingens nummer med som dimension.',
  empty: 'Der er ingen afdelinger. De bruges kun, når projekter skal høre til en.',
  projects: 'Projekter',
  showProjects: (count, name) =>
    count === 1 ? `Vis det ene projekt i ${name}` : `Vis de ${count} projekter i ${name}`,
  state: 'Status',
  active: 'Aktiv',
  inactive: 'Ikke længere aktiv',
  ownNumber: (number) => `${number} (dens eget)`,
  externalHint: 'Afdelingens nummer i regnskabet. Tomt bruges dens eget nummer.',
  goesAgain: (count) =>
    count === 1
      ? 'Når du gemmer, sendes dens projekt til regnskabet igen med det nye nummer.'
      : `Når du gemmer, sendes dens ${count} projekter til regnskabet igen med det nye nummer.`,
  inactiveHint: 'En afdeling, der ikke er aktiv, bliver på sine projekter og tilbydes ikke andre.',
  fields: { number: 'Nummer', name: 'Navn', externalNumber: 'Nummer i regnskabet', active: 'Aktiv' },
}
