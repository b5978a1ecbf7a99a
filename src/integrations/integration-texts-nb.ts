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
  'integration.recovered': (v) =>
    `${v.system} har svart igjen siden ${v.since}.${v.went === 0 ? '' : v.went === 1 ? ' Én post er gått siden da.' : ` ${v.went} poster er gått siden da.`}`,
  'integration.told': (v) =>
    v.mails === 0
      ? 'Ingenting skulle sendes som e-post.'
      : `Leverte ${v.mails === 1 ? 'én e-post' : `${v.mails} e-poster`}.`,
  'integration.mailOff': (v) =>
    `Det som logges om ${v.system}, står under klokken og sendes ikke som e-post, siden ingen e-postserver er angitt. Serverens administrator kan sette SMTP_URL og MAIL_FROM.`,
}
