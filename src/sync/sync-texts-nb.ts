import type { Translated } from '../lib/i18n/sentence.ts'
import type { syncTexts } from './sync-texts.ts'

export const syncTextsNb: Translated<typeof syncTexts> = {
  'sync.notWanted': () => 'Ikke sendt: ingen integrasjon tar imot posten.',
  'sync.fromBefore': () =>
    'Ikke sendt ennå: den ble opprettet før sending ble slått på. Send den nå, eller alle slike på én gang under Oppsett > Innstillinger > Integrasjoner.',
  'sync.waiting': () => 'Venter på å bli sendt.',
  'sync.sending': () => 'Sendes nå.',
  'sync.takenOver': () => 'Prosessen som sendte dette, stanset midt i det. Det ses etter om det kom fram.',
  'sync.heldBy': (v) => `Holdt tilbake: ${v.holder} må gå først.`,
  'sync.fault': (v) =>
    `Noe gikk galt hos oss og står i loggen som ${v.id}. Send den igjen; fortsetter det, gi administratoren dette nummeret.`,
  'sync.paused': () => 'Sendingen ble satt på pause av et menneske.',
  'sync.worksAgain': (v) =>
    `${v.system} svarer igjen.${v.waiting === 0 ? '' : v.waiting === 1 ? ' Én ventende endring går nå.' : ` ${v.waiting} ventende endringer går nå.`}`,
  'sync.tidied': () => 'Databasen ble ryddet for gamle rader og telt på nytt.',
  'sync.idle': (v) =>
    v.failed === 0
      ? 'Alt er sendt.'
      : v.failed === 1
        ? 'Alt er sendt unntatt én post, som sier hvorfor.'
        : `Alt er sendt unntatt ${v.failed} poster; hver sier hvorfor.`,
  'sync.working': (v) => (v.waiting === 1 ? 'Én endring er på vei.' : `${v.waiting} endringer er på vei.`),
  'sync.unreachable': (v) => `${v.reason} Ikke noe svar siden kl. ${v.since}: ${waitsWithoutLoss(v.waiting)}.`,
  'sync.busy': (v) => `${v.reason} Siden kl. ${v.since}: ${waitsWithoutLoss(v.waiting)}.`,
  'sync.signedOut': (v) => `${v.reason} Siden kl. ${v.since}: ${waits(v.waiting)}.`,
  'sync.notSentAgain': (v) => `${v.label}: ${v.reason}`,
  'sync.nothingToSend': () => 'Posten er ikke kjent her, så det er ingenting å sende.',
  'sync.restored': (v) =>
    `En eldre sikkerhetskopi ble gjenopprettet, så ${v.system} kan ha noe som Akkord ikke kjenner. Ingenting sendes dit, og ingen dokumenter ferdigstilles, før en administrator har sammenlignet de to sidene under Selskap > Eksporter fakturaer.`,
  'sync.restoredMeans': (v) =>
    `Ingenting sendes til ${v.system}, og ingen dokumenter ferdigstilles, før en administrator har sammenlignet de to sidene under Selskap > Eksporter fakturaer.`,
  'sync.dumpLoaded': () => 'En dump ble lastet inn i denne databasen.',
  'sync.olderDatabase': () =>
    'Denne prosessen har sendt noe som databasen ikke kjenner: en eldre sikkerhetskopi ble gjenopprettet.',
  'sync.otherDatabase': () => 'Dette er en annen database enn den som denne prosessen sist sendte fra.',
  'sync.restoredAlone': () =>
    'Ikke noe regnskapssystem er tilkoblet, så ingenting holdes tilbake. Dokumenter som ble ferdigstilt etter sikkerhetskopien, er ikke her, og numrene deres ville bli gitt på nytt: sett først de neste numrene under Oppsett > Innstillinger > Generelt.',
  'sync.restoreRead': (v) =>
    `${v.by} har lest at en eldre sikkerhetskopi ble gjenopprettet. Ikke noe regnskapssystem er tilkoblet.`,
  'sync.restoreNeedsComparison': (v) =>
    `${v.system} er tilkoblet, så de to sidene må sammenlignes først. Gjør det under Selskap > Eksporter fakturaer; eller fjern integrasjonen under Oppsett > Innstillinger > Integrasjoner hvis dette er en kopi for testing.`,
}

const waits = (count: number) => (count === 0 ? 'ingenting venter' : count === 1 ? 'én venter' : `${count} venter`)

const waitsWithoutLoss = (count: number) =>
  count === 0
    ? 'ingenting venter, og det forsøkes igjen av seg selv'
    : `${waits(count)}, ingenting er gått tapt, og det går av seg selv`
