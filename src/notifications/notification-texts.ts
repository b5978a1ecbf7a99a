export const notificationTexts = {
  'notice.told': (v: { mails: number }) => (v.mails === 0 ? 'Nothing had to be mailed.' : 'Handed over one mail.'),
  'notice.several': (v: { count: number }) => `${v.count} notifications`,
  'notice.where': () => 'You find it in Akkord under My pages > Notifications.',
  'notice.more': (v: { count: number }) => `and ${v.count} more, all in Akkord under My pages > Notifications.`,
  'notice.mailFooter': (v: { company: string }) =>
    `You get this because you chose mails of this kind under My pages > Notifications > Settings at ${v.company}.`,
  'notice.keyHasNone': () => 'An API key is nobody, so it is told nothing and has no choices. Sign in as a user.',
  'mail.sent': (v: { to: string }) => `The mail to ${v.to} was handed to the mail server.`,
  'mail.wasSent': (v: { to: string }) => `The mail to ${v.to} had been sent already.`,
  'mail.off': (v: { to: string }) =>
    `The mail to ${v.to} was not sent: no mail server is set. An administrator can set SMTP_URL and MAIL_FROM.`,
  'mail.gone': () => 'This mail does not exist any more.',
  'mail.refused': (v: { to: string; answer: string }) =>
    `The mail server refused the mail to ${v.to} (${v.answer}). This mail is not sent again. Correct the address where it stands, under Resources > Co-workers or in the integration, for the next ones.`,
  'mail.documentRefused': (v: { to: string; answer: string }) =>
    `The mail server refused the mail to ${v.to} (${v.answer}). It was not sent. Correct the address and send the document again.`,
  'mail.partlyRefused': (v: { to: string; refused: string }) =>
    `The mail went to ${v.to}; the mail server refused ${v.refused}. Correct that address and send the document again.`,
  'mail.unreachable': (v: { reason: string }) => `The mail server does not answer (${v.reason}).`,
  'mail.signedOut': (v: { answer: string }) =>
    `The mail server refused the user or password in SMTP_URL (${v.answer}). Mails wait and go when it is right.`,
}
