import type { Translated } from '../lib/i18n/sentence.ts'
import type { activityTexts } from './activity-texts.ts'

export const activityTextsDa: Translated<typeof activityTexts> = {
  'activity.expensesOnly': (v) =>
    `Aktiviteten ${v.number} ${v.name} tager kun udlæg. Vælg en anden, eller lad den tage timer.`,
  'activity.notInProgress': (v) =>
    `Aktiviteten ${v.number} ${v.name} er ${activityState[v.state] ?? v.state} og tager ingen timer. Vælg en anden, eller sæt den i gang.`,
  'activity.projectRests': (v) =>
    `Projektet ${v.number} ${v.name} er ${projectState[v.state] ?? v.state} og tager ingen timer. Den ansvarlige kan åbne det igen.`,
  'activity.numberTaken': (v) => `Nummeret ${v.number} bruges allerede af aktiviteten ${v.name} i projektet.`,
  'activity.projectUnknown': () => 'Projektet findes ikke længere. Vælg et andet.',
  'activity.endsBeforeStart': (v) => `Aktiviteten begynder ${v.startOn} og kan ikke slutte ${v.endOn}, som er før det.`,
  'activity.modelUnknown': () => 'Prismodellen findes ikke længere. Vælg en anden.',
  'activity.modelElsewhere': (v) => `Prismodellen ${v.name} hører til et andet projekt. Vælg en i dette projekt.`,
  'activity.modelInactive': (v) => `Prismodellen ${v.name} er ikke længere aktiv. Vælg en anden.`,
  'activity.inUse': (v) =>
    `Aktiviteten ${v.number} ${v.name} har ${usesOf(v).join(' og ')} og blev ikke slettet. Luk den i stedet.`,
  'activity.sameProject': () => 'Aktiviteterne er i dette projekt allerede. Vælg et andet projekt at kopiere fra.',
  'activity.nothingToCopy': (v) =>
    `Projektet ${v.number} ${v.name} har ingen aktiviteter. Vælg et andet projekt at kopiere fra.`,
}

const activityState: Readonly<Record<string, string>> = {
  'not-started': 'ikke begyndt',
  finished: 'færdig',
  closed: 'lukket',
}
const projectState: Readonly<Record<string, string>> = {
  'on-hold': 'sat i bero',
  finished: 'afsluttet',
  cancelled: 'annulleret',
}

function usesOf(v: { timeEntries: number; expenses: number; invoiceLines: number }): string[] {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? one : `${count} ${many}`]
  return [
    ...counted(v.timeEntries, 'én timeregistrering', 'timeregistreringer'),
    ...counted(v.expenses, 'ét udlæg', 'udlæg'),
    ...counted(v.invoiceLines, 'én fakturalinje', 'fakturalinjer'),
  ]
}
