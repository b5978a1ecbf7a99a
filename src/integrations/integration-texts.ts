export const integrationTexts = {
  'integration.off': () => 'Switched off.',
  'integration.mailSubject': (v: { system: string; label: string }) => `${v.system}: ${v.label}`,
  'integration.mailDigestSubject': (v: { system: string; count: number }) => `${v.system}: ${v.count} more messages`,
  'integration.mailLine': (v: { label: string; text: string }) => `${v.label}: ${v.text}`,
  'integration.mailMore': (v: { count: number }) => `and ${v.count} more, all in Company > Logs.`,
  'integration.mailFooter': (v: { system: string; company: string }) =>
    `You get this because you are named under Setup > Settings > Integrations > ${v.system} at ${v.company}.`,
}
