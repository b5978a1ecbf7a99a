// What a mail says, read from its raw text: enough for mails that Akkord writes.

export type ReadMail = {
  from: string
  to: string
  subject: string
  messageId: string
  replyTo: string
  text: string
  html: string
  attachments: { name: string; type: string; content: Buffer }[]
}

/** @param raw byte by byte, as latin1. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = partOf(raw)
  const parts = partsOf({ headers, body })
  const find = (type: string) => {
    const part = parts.find((candidate) => candidate.headers['content-type']?.startsWith(type))
    return part ? decoded(part).replaceAll('\r\n', '\n').trim() : ''
  }
  return {
    from: headers.from ?? '',
    to: headers.to ?? '',
    subject: words(headers.subject ?? ''),
    messageId: headers['message-id'] ?? '',
    replyTo: headers['reply-to'] ?? '',
    text: find('text/plain'),
    html: find('text/html'),
    attachments: parts
      .filter((part) => part.headers['content-disposition']?.startsWith('attachment'))
      .map((part) => ({
        name: /filename="?([^";]+)/.exec(part.headers['content-disposition'] ?? '')?.[1] ?? '',
        type: part.headers['content-type']?.split(';')[0] ?? '',
        content: Buffer.from(part.body, 'base64'),
      })),
  }
}

type Part = { headers: Record<string, string>; body: string }

/** The leaves: a mail with files holds its text as a part that has parts. */
function partsOf({ headers, body }: Part): Part[] {
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  if (!boundary) return [{ headers, body }]
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(partOf(part.trimStart())))
}

function partOf(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { headers: Object.fromEntries(headers), body: raw.slice(end + 4) }
}

function decoded({ headers, body }: Part): string {
  const encoding = headers['content-transfer-encoding']
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** A header with letters beyond ASCII comes in encoded words (RFC 2047); the space between two of them is none of the text. */
const words = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquoted(text.replaceAll('_', ' ')),
    )
