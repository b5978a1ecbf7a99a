// The words of the mailbox of the demo, in the languages of Akkord. A mail itself is in the language of its reader.
export type MailboxLanguage = 'en' | 'da' | 'nb'

const en = {
  title: 'Mailbox',
  intro:
    'Every mail that Akkord sends in the demo ends here; none leaves this machine. Load the page again to see new ones.',
  none: 'No mail has come yet.',
  all: 'All mails',
  noSuchMail: 'No such mail',
  to: (recipients: string) => `to ${recipients}`,
  from: 'From',
  addressedTo: 'To',
  handedOverFor: 'Handed over for',
  answersTo: 'Answers to',
  received: 'Received',
  files: 'Files',
  bytes: (count: number) => `${count} bytes`,
  asText: 'As text',
  asHtml: 'As HTML',
}

export const mailboxTexts: Record<MailboxLanguage, typeof en> = {
  en,
  da: {
    title: 'Postkasse',
    intro:
      'Hver mail, som Akkord sender i demoen, ender her; ingen forlader denne maskine. Genindlæs siden for at se nye.',
    none: 'Der er ikke kommet nogen mail endnu.',
    all: 'Alle mails',
    noSuchMail: 'Den mail findes ikke',
    to: (recipients) => `til ${recipients}`,
    from: 'Fra',
    addressedTo: 'Til',
    handedOverFor: 'Afleveret til',
    answersTo: 'Svar til',
    received: 'Modtaget',
    files: 'Filer',
    bytes: (count) => `${count} byte`,
    asText: 'Som tekst',
    asHtml: 'Som HTML',
  },
  nb: {
    title: 'Postkasse',
    intro:
      'Hver e-post som Akkord sender i demoen, ender her; ingen forlater denne maskinen. Last siden på nytt for å se nye.',
    none: 'Det er ikke kommet noen e-post ennå.',
    all: 'All e-post',
    noSuchMail: 'Den e-posten finnes ikke',
    to: (recipients) => `til ${recipients}`,
    from: 'Fra',
    addressedTo: 'Til',
    handedOverFor: 'Levert til',
    answersTo: 'Svar til',
    received: 'Mottatt',
    files: 'Filer',
    bytes: (count) => `${count} byte`,
    asText: 'Som tekst',
    asHtml: 'Som HTML',
  },
}

/** The first of the browser's languages that the page has; Norwegian by any of its names. */
export function mailboxLanguage(accepted = ''): MailboxLanguage {
  for (const part of accepted.split(',')) {
    const name = part.trim().slice(0, 2).toLowerCase()
    if (name === 'en' || name === 'da') return name
    if (['nb', 'no', 'nn'].includes(name)) return 'nb'
  }
  return 'en'
}
