export const integrationTexts = {
  'integration.off': () => 'Switched off.',
  'integration.mailSubject': (v: { system: string; label: string }) => `${v.system}: ${v.label}`,
  'integration.mailDigestSubject': (v: { system: string; count: number }) => `${v.system}: ${v.count} messages`,
  'integration.mailLine': (v: { at: string; label: string; text: string }) => `${v.at} ${v.label}: ${v.text}`,
  'integration.mailMore': (v: { count: number }) => `and ${v.count} more, all in Company > Logs.`,
  'integration.mailFooter': (v: { system: string; company: string }) =>
    `You get this because you are named under Setup > Settings > Integrations > ${v.system} at ${v.company}.`,
  'integration.underCustomers': (v: { label: string }) => `You find it in Akkord under Customers: ${v.label}.`,
  'integration.underProjects': (v: { label: string }) => `You find it in Akkord under Projects: ${v.label}.`,
  'integration.underInvoices': (v: { label: string }) => `You find it in Akkord under Finances > Invoices: ${v.label}.`,
  'integration.underLogs': () => 'You find it in Akkord under Company > Logs.',
  'integration.recovered': (v: { system: string; since: string; went: number; documents?: number }) =>
    `${v.system} has answered again since ${v.since}.${wentSince(v.went, v.documents ?? 0)}`,
  'integration.told': (v: { mails: number }) =>
    v.mails === 0 ? 'Nothing had to be mailed.' : `Handed over ${v.mails === 1 ? 'one mail' : `${v.mails} mails`}.`,
  'integration.mailOff': (v: { system: string }) =>
    `What is logged of ${v.system} stands under the bell and is not mailed, since no mail server is set. An administrator of the server can set SMTP_URL and MAIL_FROM.`,
}

function wentSince(records: number, documents: number): string {
  const went = [
    ...(records === 0 ? [] : [records === 1 ? 'one record' : `${records} records`]),
    ...(documents === 0 ? [] : [documents === 1 ? 'one document' : `${documents} documents`]),
  ].join(' and ')
  return went === '' ? '' : ` ${went.slice(0, 1).toUpperCase()}${went.slice(1)} went since then.`
}
