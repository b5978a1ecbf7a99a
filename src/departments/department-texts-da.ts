import type { Translated } from '../lib/i18n/sentence.ts'
import type { departmentTexts } from './department-texts.ts'

export const departmentTextsDa: Translated<typeof departmentTexts> = {
  'department.onDocuments': (v) =>
    `Afdelingen ${v.name} står på ${v.count === 1 ? 'en faktura eller kladde' : `${v.count} fakturaer eller kladder`} og blev ikke slettet. Gør den inaktiv i stedet.`,
  'department.numberTaken': (v) => `Nummeret ${v.number} bruges allerede af afdelingen ${v.name}.`,
  'department.inUse': (v) =>
    `Afdelingen ${v.name} bruges af ${v.count === 1 ? 'ét projekt' : `${v.count} projekter`} og blev ikke slettet. Gør den inaktiv i stedet.`,
}
