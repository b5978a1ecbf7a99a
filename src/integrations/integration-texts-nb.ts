import type { Translated } from '../lib/i18n/sentence.ts'
import type { integrationTexts } from './integration-texts.ts'

export const integrationTextsNb: Translated<typeof integrationTexts> = {
  'integration.off': () => 'Slått av.',
  'integration.mailSubject': (v) => `${v.system}: ${v.label}`,
  'integration.mailDigestSubject': (v) => `${v.system}: ${v.count} beskjeder`,
  'integration.mailLine': (v) => `${v.at} ${v.label}: ${v.text}`,
  'integration.mailMore': (v) => `og ${v.count} til, alle i Selskap > Logg.`,
  'integration.mailFooter': (v) =>
    `Du får denne fordi du er nevnt under Oppsett > Innstillinger > Integrasjoner > ${v.system} hos ${v.company}.`,
  'integration.underCustomers': (v) => `Du finner den i Akkord under Kunder: ${v.label}.`,
  'integration.underProjects': (v) => `Du finner det i Akkord under Prosjekter: ${v.label}.`,
  'integration.underInvoices': (v) => `Du finner den i Akkord under Økonomi > Fakturaer: ${v.label}.`,
  'integration.underLogs': () => 'Du finner det i Akkord under Selskap > Logg.',
  'integration.recovered': (v) => `${v.system} har svart igjen siden ${v.since}.${wentSince(v.went, v.documents ?? 0)}`,
  'integration.told': (v) =>
    v.mails === 0
      ? 'Ingenting skulle sendes som e-post.'
      : `Leverte ${v.mails === 1 ? 'én e-post' : `${v.mails} e-poster`}.`,
  'integration.mailOff': (v) =>
    `Det som logges om ${v.system}, står under klokken og sendes ikke som e-post, siden ingen e-postserver er angitt. Serverens administrator kan sette SMTP_URL og MAIL_FROM.`,
}

function wentSince(records: number, documents: number): string {
  const went = [
    ...(records === 0 ? [] : [records === 1 ? 'én post' : `${records} poster`]),
    ...(documents === 0 ? [] : [documents === 1 ? 'ett dokument' : `${documents} dokumenter`]),
  ].join(' og ')
  return went === '' ? '' : ` ${went.slice(0, 1).toUpperCase()}${went.slice(1)} er gått siden da.`
}
