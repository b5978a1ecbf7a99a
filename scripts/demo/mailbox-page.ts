// The pages of the local mailbox: the list, one mail as text and as HTML. A mail is shown as it is, and nothing in it runs.
import type { KeptMail } from './mailbox.ts'
import { type MailboxLanguage, mailboxTexts } from './mailbox-texts.ts'

const style = `
:root { color-scheme: light dark; --line: light-dark(#d5d9df, #3a4048); --muted: light-dark(#56606c, #a3adb8) }
body { background: light-dark(#fff, #15181c); color: light-dark(#1d2329, #e6e9ed); font: 15px/1.5 system-ui, sans-serif; max-width: 860px; margin: 0 auto; padding: 16px }
h1 { font-size: 22px } h2 { font-size: 16px; margin: 20px 0 4px }
a { color: light-dark(#1c5fb8, #8ab8f5) }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line); padding: 10px 0; overflow-wrap: anywhere }
p { margin: 0 } .muted { color: var(--muted); font-size: 13px }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; overflow-wrap: anywhere }
dt { color: var(--muted) } dd { margin: 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 6px; padding: 12px; margin: 0 }
iframe { width: 100%; height: 280px; border: 1px solid var(--line); border-radius: 6px; background: #fff }
`

const page = (language: MailboxLanguage, title: string, body: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`

export function listPage(mails: readonly KeptMail[], language: MailboxLanguage): string {
  const text = mailboxTexts[language]
  const rows = [...mails].reverse().map(
    ({ id, subject, recipients, receivedAt, attachments }) => `<li>
<p><a href="/mails/${id}">${escaped(subject)}</a></p>
<p class="muted">${text.to(escaped(recipients))} · ${at(receivedAt)}${attachments.length > 0 ? ` · ${attachments.map(({ name }) => escaped(name)).join(', ')}` : ''}</p>
</li>`,
  )
  const list = rows.length > 0 ? `<ol>${rows.join('\n')}</ol>` : `<p>${text.none}</p>`
  return page(
    language,
    text.title,
    `<h1>${text.title}</h1>
<p class="muted">${text.intro}</p>
${list}`,
  )
}

export function mailPage(mail: KeptMail, language: MailboxLanguage): string {
  const { subject, from, to, recipients, replyTo, receivedAt, messageId, text, html, attachments } = mail
  const words = mailboxTexts[language]
  const facts = [
    [words.from, from],
    [words.addressedTo, to],
    ...(recipients === to ? [] : [[words.handedOverFor, recipients]]),
    ...(replyTo ? [[words.answersTo, replyTo]] : []),
    [words.received, at(receivedAt)],
    ['Message-ID', messageId],
    ...(attachments.length > 0
      ? [[words.files, attachments.map(({ name, content }) => `${name} (${words.bytes(content.length)})`).join(', ')]]
      : []),
  ] as [string, string][]
  return page(
    language,
    subject,
    `<p><a href="/">${words.all}</a></p><h1>${escaped(subject)}</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<h2>${words.asText}</h2><pre tabindex="0">${escaped(text)}</pre>
<h2>${words.asHtml}</h2><iframe sandbox title="${words.asHtml}" srcdoc="${escaped(html)}"></iframe>`,
  )
}

export function noMailPage(language: MailboxLanguage): string {
  const { noSuchMail, all } = mailboxTexts[language]
  return page(language, noSuchMail, `<h1>${noSuchMail}</h1><p><a href="/">${all}</a></p>`)
}

const at = (instant: string) => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] as string)
