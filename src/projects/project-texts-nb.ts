import type { Translated } from '../lib/i18n/sentence.ts'
import type { projectTexts } from './project-texts.ts'

export const projectTextsNb: Translated<typeof projectTexts> = {
  'project.inUse': (v) =>
    `${v.number} ${v.name} har ${listed([
      counted(v.hours, 'timeføring', 'timeføringer'),
      counted(v.expenses, 'utlegg', 'utlegg'),
      counted(v.documents, 'faktura eller utkast', 'fakturaer eller utkast'),
    ])} og ble ikke slettet. Gi det status avsluttet eller kansellert i stedet.`,
  'project.numberTaken': (v) => `Nummeret ${v.number} brukes allerede av ${v.name}.`,
  'project.numberGiven': (v) =>
    `Prosjektnumre gis av serien; det neste er ${v.number}. La nummeret stå tomt, eller la en administrator tillate andre numre.`,
  'project.numberFixed': (v) =>
    `${v.number} ${v.name} er sendt til regnskapet under dette nummeret, så nummeret blir. En administrator kan oppheve koblingen og sende prosjektet på nytt under et annet nummer.`,
  'project.transferredStays': (v) =>
    `${v.number} ${v.name} er sendt til regnskapet og ble ikke slettet. Gi det status avsluttet eller kansellert i stedet.`,
  'project.ownerUnknown': () => 'Brukeren finnes ikke. Velg en annen ansvarlig.',
  'project.ownerGone': (v) => `${v.name} er ikke lenger aktiv. Velg en annen ansvarlig.`,
  'project.departmentUnknown': () => 'Avdelingen finnes ikke lenger. Velg en annen.',
  'project.departmentGone': (v) => `Avdelingen ${v.name} er ikke lenger aktiv. Velg en annen.`,
  'project.endsBeforeStart': (v) => `Prosjektet begynner ${v.startOn} og kan ikke slutte ${v.endOn}, som er før det.`,
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`

const listed = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' og ')
