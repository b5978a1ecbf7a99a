import type { Translated } from '../lib/i18n/sentence.ts'
import type { departmentTexts } from './department-texts.ts'

export const departmentTextsNb: Translated<typeof departmentTexts> = {
  'department.onDocuments': (v) =>
    `Avdelingen ${v.name} står på ${v.count === 1 ? 'en faktura eller et utkast' : `${v.count} fakturaer eller utkast`} og ble ikke slettet. Gjør den inaktiv i stedet.`,
  'department.numberTaken': (v) => `Nummeret ${v.number} brukes allerede av avdelingen ${v.name}.`,
  'department.inUse': (v) =>
    `Avdelingen ${v.name} brukes av ${v.count === 1 ? 'ett prosjekt' : `${v.count} prosjekter`} og ble ikke slettet. Gjør den inaktiv i stedet.`,
}
