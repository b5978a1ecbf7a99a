import type { Translated } from '../lib/i18n/sentence.ts'
import { danishClock } from '../lib/i18n/written.ts'
import type { syncTexts } from './sync-texts.ts'

export const syncTextsDa: Translated<typeof syncTexts> = {
  'sync.notWanted': () => 'Ikke sendt: ingen integration tager imod posten.',
  'sync.fromBefore': () =>
    'Ikke sendt endnu: den blev oprettet, før afsendelse blev slået til. Send den nu, eller alle sådanne på én gang under Opsætning > Indstillinger > Integrationer.',
  'sync.waiting': () => 'Venter på at blive sendt.',
  'sync.sending': () => 'Sendes nu.',
  'sync.takenOver': () => 'Processen, der sendte dette, standsede midt i det. Der ses efter, om det kom frem.',
  'sync.heldBy': (v) => `Tilbageholdt: ${v.holder} skal gå først.`,
  'sync.fault': (v) =>
    `Noget gik galt hos os og står i loggen som ${v.id}. Send den igen; bliver det ved, så giv administratoren dette nummer.`,
  'sync.paused': () => 'Afsendelsen blev sat på pause af et menneske.',
  'sync.worksAgain': (v) =>
    `${v.system} svarer igen.${v.waiting === 0 ? '' : v.waiting === 1 ? ' Én ventende ændring går nu.' : ` ${v.waiting} ventende ændringer går nu.`}`,
  'sync.tidied': () => 'Databasen blev ryddet for gamle rækker og talt på ny.',
  'sync.idle': (v) =>
    v.failed === 0
      ? 'Alt er sendt.'
      : v.failed === 1
        ? 'Alt er sendt undtagen én post, som siger hvorfor.'
        : `Alt er sendt undtagen ${v.failed} poster; hver siger hvorfor.`,
  'sync.working': (v) => (v.waiting === 1 ? 'Én ændring er på vej.' : `${v.waiting} ændringer er på vej.`),
  'sync.unreachable': (v) =>
    `${v.reason} Intet svar siden kl. ${danishClock(v.since)}: ${waitsWithoutLoss(v.waiting)}.`,
  'sync.busy': (v) => `${v.reason} Siden kl. ${danishClock(v.since)}: ${waitsWithoutLoss(v.waiting)}.`,
  'sync.signedOut': (v) => `${v.reason} Siden kl. ${danishClock(v.since)}: ${waits(v.waiting)}.`,
  'sync.notSentAgain': (v) => `${v.label}: ${v.reason}`,
  'sync.nothingToSend': () => 'Posten kendes ikke her, så der er intet at sende.',
  'sync.restored': (v) =>
    `En ældre sikkerhedskopi blev indlæst, så ${v.system} kan have noget, som Akkord ikke kender. Der sendes intet dertil, og intet bilag færdiggøres, før en administrator har sammenlignet de to sider under Virksomhed > Eksportér fakturaer.`,
  'sync.restoredMeans': (v) =>
    `Der sendes intet til ${v.system}, og intet bilag færdiggøres, før en administrator har sammenlignet de to sider under Virksomhed > Eksportér fakturaer.`,
  'sync.dumpLoaded': () => 'Et dump blev indlæst i denne database.',
  'sync.olderDatabase': () =>
    'Denne proces har sendt noget, som databasen ikke kender: en ældre sikkerhedskopi blev indlæst.',
  'sync.otherDatabase': () => 'Det er en anden database end den, som denne proces sidst sendte fra.',
  'sync.restoredAlone': () =>
    'Intet regnskabssystem er forbundet, så intet holdes tilbage. Bilag, der blev færdiggjort efter sikkerhedskopien, er her ikke, og deres numre ville blive givet igen: sæt først de næste numre under Opsætning > Indstillinger > Generelt.',
  'sync.restoreRead': (v) =>
    `${v.by} har læst, at en ældre sikkerhedskopi blev indlæst. Intet regnskabssystem er forbundet.`,
  'sync.restoreNeedsComparison': (v) =>
    `${v.system} er forbundet, så de to sider skal sammenlignes først. Gør det under Virksomhed > Eksportér fakturaer; eller fjern integrationen under Opsætning > Indstillinger > Integrationer, hvis dette er en kopi til test.`,
}

const waits = (count: number) => (count === 0 ? 'intet venter' : count === 1 ? 'én venter' : `${count} venter`)

const waitsWithoutLoss = (count: number) =>
  count === 0
    ? 'intet venter, og det forsøges igen af sig selv'
    : `${waits(count)}, intet er gået tabt, og det går af sig selv`
