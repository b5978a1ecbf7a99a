import type { Translated } from '../lib/i18n/sentence.ts'
import type { userTexts } from './user-texts.ts'

export const userTextsDa: Translated<typeof userTexts> = {
  'user.wrongPassword': () => 'E-mail og adgangskode hører ikke sammen. Se begge efter, og prøv igen.',
  'user.switchedOff': () => 'Brugeren er ikke længere aktiv. Bed en administrator om at åbne adgangen igen.',
  'user.tooManyTries': (v) => `Der er forsøgt for mange gange herfra. Vent ${v.seconds} sekunder, og prøv igen.`,
  'user.emailTaken': (v) => `${v.email} er allerede e-mail for ${v.name}.`,
  'user.lastAdministrator': (v) =>
    `${v.name} er den sidste aktive administrator og bliver ved at være det. Gør en anden bruger til administrator først.`,
  'user.wrongOldPassword': () => 'Dette er ikke din nuværende adgangskode.',
  'user.keyHasNoProfile': () => 'En API-nøgle har ingen profil. Log ind som bruger til dette.',
  'user.setUpIsDone': () => 'Denne Akkord er sat op. Log ind, eller bed dens administrator om adgang.',
  'user.keyExpired': () => 'Vælg en dag efter i dag.',
  'user.keyTooLong': (v) => `En nøgle gælder højst to år. Vælg ${v.latest} eller en dag før.`,
}
