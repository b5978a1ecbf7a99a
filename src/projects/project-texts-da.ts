import type { Translated } from '../lib/i18n/sentence.ts'
import type { projectTexts } from './project-texts.ts'

export const projectTextsDa: Translated<typeof projectTexts> = {
  'project.inUse': (v) =>
    `${v.number} ${v.name} har ${listed([
      counted(v.hours, 'timeregistrering', 'timeregistreringer'),
      counted(v.expenses, 'udlæg', 'udlæg'),
      counted(v.documents, 'faktura eller kladde', 'fakturaer eller kladder'),
    ])} og blev ikke slettet. Giv det status afsluttet eller annulleret i stedet.`,
  'project.numberTaken': (v) => `Nummeret ${v.number} bruges allerede af ${v.name}.`,
  'project.numberGiven': (v) =>
    `Projektnumre gives af serien; det næste er ${v.number}. Lad nummeret stå tomt, eller lad en administrator tillade andre numre.`,
  'project.numberFixed': (v) =>
    `${v.number} ${v.name} er sendt til regnskabet under dette nummer, så nummeret bliver. En administrator kan ophæve koblingen og sende projektet på ny under et andet nummer.`,
  'project.transferredStays': (v) =>
    `${v.number} ${v.name} er sendt til regnskabet og blev ikke slettet. Giv det status afsluttet eller annulleret i stedet.`,
  'project.ownerUnknown': () => 'Brugeren findes ikke. Vælg en anden ansvarlig.',
  'project.ownerGone': (v) => `${v.name} er ikke længere aktiv. Vælg en anden ansvarlig.`,
  'project.departmentUnknown': () => 'Afdelingen findes ikke længere. Vælg en anden.',
  'project.departmentGone': (v) => `Afdelingen ${v.name} er ikke længere aktiv. Vælg en anden.`,
  'project.endsBeforeStart': (v) => `Projektet begynder ${v.startOn} og kan ikke slutte ${v.endOn}, som er før det.`,
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`

const listed = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' og ')
