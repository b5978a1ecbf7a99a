import type { Translated } from '../lib/i18n/sentence.ts'
import type { userTexts } from './user-texts.ts'

export const userTextsNb: Translated<typeof userTexts> = {
  'user.wrongPassword': () => 'E-post og passord hører ikke sammen. Se over begge, og prøv igjen.',
  'user.switchedOff': () => 'Brukeren er ikke lenger aktiv. Be en administrator om å åpne tilgangen igjen.',
  'user.tooManyTries': (v) => `Det er forsøkt for mange ganger herfra. Vent ${v.seconds} sekunder, og prøv igjen.`,
  'user.emailTaken': (v) => `${v.email} er allerede e-posten til ${v.name}.`,
  'user.lastAdministrator': (v) =>
    `${v.name} er den siste aktive administratoren og blir det. Gjør en annen bruker til administrator først.`,
  'user.wrongOldPassword': () => 'Dette er ikke det nåværende passordet ditt.',
  'user.keyHasNoProfile': () => 'En API-nøkkel har ingen profil. Logg inn som bruker for dette.',
  'user.setUpIsDone': () => 'Denne Akkord er satt opp. Logg inn, eller be administratoren om tilgang.',
  'user.keyExpired': () => 'Velg en dag etter i dag.',
  'user.keyTooLong': (v) => `En nøkkel gjelder høyst to år. Velg ${v.latest} eller en dag før.`,
}
