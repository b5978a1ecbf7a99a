import type { Translated } from '../lib/i18n/sentence.ts'
import { danishClock } from '../lib/i18n/written.ts'
import type { integrationTexts } from './integration-texts.ts'

export const integrationTextsDa: Translated<typeof integrationTexts> = {
  'integration.off': () => 'Slået fra.',
  'integration.mailSubject': (v) => `${v.system}: ${v.label}`,
  'integration.mailDigestSubject': (v) => `${v.system}: ${v.count} beskeder`,
  'integration.mailLine': (v) => `${danishClock(v.at)} ${v.label}: ${v.text}`,
  'integration.mailMore': (v) => `og ${v.count} mere, alle i Virksomhed > Log.`,
  'integration.mailFooter': (v) =>
    `Du får denne, fordi du er nævnt under Opsætning > Indstillinger > Integrationer > ${v.system} hos ${v.company}.`,
  'integration.underCustomers': (v) => `Du finder den i Akkord under Kunder: ${v.label}.`,
  'integration.underProjects': (v) => `Du finder det i Akkord under Projekter: ${v.label}.`,
  'integration.underInvoices': (v) => `Du finder den i Akkord under Økonomi > Fakturaer: ${v.label}.`,
  'integration.underLogs': () => 'Du finder det i Akkord under Virksomhed > Log.',
  'integration.recovered': (v) =>
    `${v.system} har svaret igen siden kl. ${danishClock(v.since)}.${wentSince(v.went, v.documents ?? 0)}`,
  'integration.told': (v) =>
    v.mails === 0 ? 'Intet skulle mailes.' : `Afleverede ${v.mails === 1 ? 'én mail' : `${v.mails} mails`}.`,
  'integration.mailOff': (v) =>
    `Det, der logges om ${v.system}, står under klokken og mailes ikke, da ingen mailserver er angivet. Serverens administrator kan sætte SMTP_URL og MAIL_FROM.`,
}

function wentSince(records: number, documents: number): string {
  const went = [
    ...(records === 0 ? [] : [records === 1 ? 'én post' : `${records} poster`]),
    ...(documents === 0 ? [] : [documents === 1 ? 'ét dokument' : `${documents} dokumenter`]),
  ].join(' og ')
  return went === '' ? '' : ` ${went.slice(0, 1).toUpperCase()}${went.slice(1)} er gået siden da.`
}
