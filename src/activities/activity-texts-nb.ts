import type { Translated } from '../lib/i18n/sentence.ts'
import type { activityTexts } from './activity-texts.ts'

export const activityTextsNb: Translated<typeof activityTexts> = {
  'activity.expensesOnly': (v) =>
    `Aktiviteten ${v.number} ${v.name} tar bare utlegg. Velg en annen, eller la den ta timer.`,
  'activity.notInProgress': (v) =>
    `Aktiviteten ${v.number} ${v.name} er ${activityState[v.state] ?? v.state} og tar ingen timer. Velg en annen, eller sett den i gang.`,
  'activity.projectRests': (v) =>
    `Prosjektet ${v.number} ${v.name} er ${projectState[v.state] ?? v.state} og tar ingen timer. Den ansvarlige kan åpne det igjen.`,
  'activity.numberTaken': (v) => `Nummeret ${v.number} brukes allerede av aktiviteten ${v.name} i prosjektet.`,
  'activity.projectUnknown': () => 'Prosjektet finnes ikke lenger. Velg et annet.',
  'activity.endsBeforeStart': (v) => `Aktiviteten begynner ${v.startOn} og kan ikke slutte ${v.endOn}, som er før det.`,
  'activity.modelUnknown': () => 'Prismodellen finnes ikke lenger. Velg en annen.',
  'activity.modelElsewhere': (v) => `Prismodellen ${v.name} hører til et annet prosjekt. Velg en i dette prosjektet.`,
  'activity.modelInactive': (v) => `Prismodellen ${v.name} er ikke lenger aktiv. Velg en annen.`,
  'activity.inUse': (v) =>
    `Aktiviteten ${v.number} ${v.name} har ${usesOf(v).join(' og ')} og ble ikke slettet. Lukk den i stedet.`,
  'activity.sameProject': () => 'Aktivitetene er i dette prosjektet allerede. Velg et annet prosjekt å kopiere fra.',
  'activity.nothingToCopy': (v) =>
    `Prosjektet ${v.number} ${v.name} har ingen aktiviteter. Velg et annet prosjekt å kopiere fra.`,
}

const activityState: Readonly<Record<string, string>> = {
  'not-started': 'ikke begynt',
  finished: 'ferdig',
  closed: 'lukket',
}
const projectState: Readonly<Record<string, string>> = {
  'on-hold': 'på vent',
  finished: 'avsluttet',
  cancelled: 'kansellert',
}

function usesOf(v: { timeEntries: number; expenses: number; invoiceLines: number }): string[] {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? one : `${count} ${many}`]
  return [
    ...counted(v.timeEntries, 'én timeføring', 'timeføringer'),
    ...counted(v.expenses, 'ett utlegg', 'utlegg'),
    ...counted(v.invoiceLines, 'én fakturalinje', 'fakturalinjer'),
  ]
}
