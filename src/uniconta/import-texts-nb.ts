import type { Translated } from '../lib/i18n/sentence.ts'
import type { importTexts } from './import-texts.ts'

type Counted = { imported: number; changed: number; removed: number; skipped: number; flagged: number }
const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const what = (v: Counted) =>
  [
    `${v.imported} utlegg kom inn`,
    v.changed > 0 ? `${v.changed} endret` : '',
    v.removed > 0 ? `${v.removed} tatt tilbake` : '',
    v.skipped > 0 ? `${some(v.skipped, 'post', 'poster')} hoppet over` : '',
    v.flagged > 0 ? `${v.flagged} til en person` : '',
  ]
    .filter(Boolean)
    .join(', ')

export const importTextsNb: Translated<typeof importTexts> = {
  'import.off': () => 'Ikke hentet: import av utlegg er slått av.',
  'import.nothing': () => 'Ikke noe nytt i Uniconta.',
  'import.done': (v) => `Fra Uniconta: ${what(v)}.`,
  'import.reviewed': (v) =>
    `Så på nytt på ${some(v.rows, 'post', 'poster')} fra de siste 90 dagene i Uniconta: ${what(v)}.`,
  'import.emptyLedger': (v) =>
    `Uniconta viste ingen poster i serien ${v.series}, selv om ${v.count} har kommet derfra. Ingenting ble tatt tilbake; se at serien og brukerens rettigheter er som de var.`,
  'import.flagged': (v) =>
    v.count === 1
      ? 'En post ble endret i Uniconta etter at utlegget var fakturert eller rettet her. Ingenting ble endret: velg under Selskap > Importer utlegg.'
      : `${v.count} poster ble endret i Uniconta etter at utleggene var fakturert eller rettet her. Ingenting ble endret: velg under Selskap > Importer utlegg.`,
  'import.skip.project': (v) =>
    `Her finnes ikke noe prosjekt ${v.project}. Posten kommer inn av seg selv når det finnes.`,
  'import.skip.account': (v) =>
    `Konto ${v.account} er ikke i kontofilteret. Posten kommer inn av seg selv når filteret tar den med.`,
  'import.skip.zero': () => 'Beløpet er 0.',
  'import.skip.unreadable': () => 'Postens dag, beløp eller valuta kunne ikke leses. Se på den i Uniconta.',
  'import.activityMissing': () => 'Skriv navnet på aktiviteten som utleggene skal inn på.',
  'import.billableMissing': () => 'Velg om hentede utlegg kan faktureres.',
  'import.fromMissing': () => 'Skriv startdatoen: det som er bokført etter den dagen, kommer inn.',
  'import.seriesMissing': () => 'Velg nummerserien til utleggene.',
  'import.accountsWrong': () => 'Skriv kontoer med komma mellom, og intervaller som 4000..4999.',
  'import.notFlagged': () => 'Det er ikke lenger noe å velge om denne posten.',
  'import.isBilled': () =>
    'Utlegget er på en faktura eller et utkast. Ta det av utkastet, krediter fakturaen, eller behold det som det er.',
  'import.noScan': () => 'Uniconta har ingen skanning av bilaget.',
  'import.scanUnreadable': () =>
    'Skanningen av bilaget i Uniconta er ikke en PDF, PNG eller JPEG på høyst 10 MB. Åpne den i Uniconta.',
  'check.expenses': () => 'Import av utlegg',
  'check.expenses.where': () => 'Finans > Vedlikehold > Bilagsnummerserier',
  'check.expenses.ok': (v) => `Serien ${v.series}, regnskapspostene og leverandørene kan leses.`,
  'check.expenses.blocked': (v) =>
    `Nummerserien ${v.series} er sperret i Uniconta: ingen nye bilag får nummer fra den.`,
  'check.expenses.gone': (v) => `Uniconta har ingen nummerserie ${v.series}. Velg en annen i dialogen.`,
}
