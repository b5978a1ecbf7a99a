import type { Translated } from '../lib/i18n/sentence.ts'
import type { importTexts } from './import-texts.ts'

type Counted = { imported: number; changed: number; removed: number; skipped: number; flagged: number }
const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const what = (v: Counted) =>
  [
    `${v.imported} udlæg kom ind`,
    v.changed > 0 ? `${v.changed} ændret` : '',
    v.removed > 0 ? `${v.removed} taget tilbage` : '',
    v.skipped > 0 ? `${some(v.skipped, 'post', 'poster')} sprunget over` : '',
    v.flagged > 0 ? `${v.flagged} til en person` : '',
  ]
    .filter(Boolean)
    .join(', ')

export const importTextsDa: Translated<typeof importTexts> = {
  'import.off': () => 'Ikke hentet: import af udlæg er slået fra.',
  'import.nothing': () => 'Intet nyt i Uniconta.',
  'import.done': (v) => `Fra Uniconta: ${what(v)}.`,
  'import.reviewed': (v) =>
    `Så igen på ${some(v.rows, 'post', 'poster')} fra de sidste 90 dage i Uniconta: ${what(v)}.`,
  'import.emptyLedger': (v) =>
    `Uniconta viste slet ingen poster i serien ${v.series}, selv om ${v.count} er kommet derfra. Intet blev taget tilbage; se, at serien og brugerens rettigheder er, som de var.`,
  'import.flagged': (v) =>
    v.count === 1
      ? 'En post blev ændret i Uniconta, efter at udlægget var faktureret eller rettet her. Intet blev ændret: vælg under Virksomhed > Importér udlæg.'
      : `${v.count} poster blev ændret i Uniconta, efter at deres udlæg var faktureret eller rettet her. Intet blev ændret: vælg under Virksomhed > Importér udlæg.`,
  'import.skip.project': (v) => `Her findes intet projekt ${v.project}. Posten kommer ind af sig selv, når det findes.`,
  'import.skip.account': (v) =>
    `Konto ${v.account} er ikke i kontofilteret. Posten kommer ind af sig selv, når filteret tager den med.`,
  'import.skip.zero': () => 'Beløbet er 0.',
  'import.skip.unreadable': () => 'Postens dag, beløb eller valuta kunne ikke læses. Se på den i Uniconta.',
  'import.activityMissing': () => 'Skriv navnet på den aktivitet, som udlæggene skal ind på.',
  'import.billableMissing': () => 'Vælg, om hentede udlæg kan faktureres.',
  'import.fromMissing': () => 'Skriv startdatoen: det, der er bogført efter den dag, kommer ind.',
  'import.seriesMissing': () => 'Vælg udlæggenes nummerserie.',
  'import.accountsWrong': () => 'Skriv konti med komma imellem, og intervaller som 4000..4999.',
  'import.notFlagged': () => 'Der er ikke længere noget at vælge om denne post.',
  'import.isBilled': () =>
    'Udlægget er på en faktura eller en kladde. Tag det af kladden, krediter fakturaen, eller behold det, som det er.',
  'import.noScan': () => 'Uniconta har intet scan af bilaget.',
  'import.scanUnreadable': () =>
    'Scanningen af bilaget i Uniconta er ikke en PDF, PNG eller JPEG på højst 10 MB. Åbn den i Uniconta.',
  'check.expenses': () => 'Import af udlæg',
  'check.expenses.where': () => 'Finans > Vedligeholdelse > Bilagsnummerserier',
  'check.expenses.ok': (v) => `Serien ${v.series}, dens finansposter og deres leverandører kan læses.`,
  'check.expenses.blocked': (v) =>
    `Nummerserien ${v.series} er spærret i Uniconta: intet nyt bilag får nummer fra den.`,
  'check.expenses.gone': (v) => `Uniconta har ingen nummerserie ${v.series}. Vælg en anden i dialogen.`,
}
