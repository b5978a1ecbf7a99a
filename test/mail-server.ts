// A mail server on this machine that keeps what it was handed, refuses whom the test says, and can be away.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = {
  to: string
  subject: string
  messageId: string
  text: string
  html: string
  replyTo: string
  attachments: { name: string; type: string; content: Buffer }[]
}

export async function startMailServer() {
  const received: ReceivedMail[] = []
  const named: string[] = []
  const refused = new Map<string, number>()
  let before: (() => Promise<unknown>) | undefined
  let server = create()
  await listen(0)
  const { port } = server.server.address() as AddressInfo

  function create() {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, answer) {
        named.push(address)
        const responseCode = refused.get(address)
        answer(responseCode ? Object.assign(new Error('No such user here'), { responseCode }) : null)
      },
      onData(stream, session, answer) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
        stream.on('end', async () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
          received.push({ to, ...parse(Buffer.concat(chunks).toString('latin1')) })
          const act = before
          before = undefined
          await act?.()
          answer(null)
        })
      },
    })
  }

  function listen(at: number): Promise<void> {
    return new Promise((listening) => server.listen(at, '127.0.0.1', () => listening()))
  }

  const close = () => new Promise<void>((closed) => server.close(() => closed()))
  return {
    received,
    /** Every recipient that was named to it, refused ones too. */
    named,
    /** For good with 5xx, for now with 4xx. */
    refuse: (address: string, code = 550) => void refused.set(address, code),
    takeAgain: (address: string) => void refused.delete(address),
    settings: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'akkord@akkord.test' },
    /** `act` happens once, when a mail has been taken and its answer has not left yet. */
    onceBeforeAnswer(act: () => Promise<unknown>): void {
      before = act
    },
    goAway: close,
    async comeBack(): Promise<void> {
      server = create()
      await listen(port)
    },
    close,
  }
}

export type TestMailServer = Awaited<ReturnType<typeof startMailServer>>

function parse(raw: string): Omit<ReceivedMail, 'to'> {
  const { headers, body } = partOf(raw)
  const parts = partsOf({ headers, body })
  const find = (type: string) => {
    const part = parts.find((candidate) => candidate.headers['content-type']?.startsWith(type))
    return part ? decoded(part).replaceAll('\r\n', '\n').trim() : ''
  }
  return {
    subject: headers.subject ?? '',
    messageId: headers['message-id'] ?? '',
    text: find('text/plain'),
    html: find('text/html'),
    replyTo: headers['reply-to'] ?? '',
    attachments: parts
      .filter((part) => part.headers['content-disposition']?.startsWith('attachment'))
      .map((part) => ({
        name: /filename="?([^";]+)/.exec(part.headers['content-disposition'] ?? '')?.[1] ?? '',
        type: part.headers['content-type']?.split(';')[0] ?? '',
        content: Buffer.from(part.body, 'base64'),
      })),
  }
}

/** The leaves: a mail with files holds its text as a part that has parts. */
function partsOf({ headers, body }: Part): Part[] {
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  if (!boundary) return [{ headers, body }]
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(partOf(part.trimStart())))
}

type Part = { headers: Record<string, string>; body: string }

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
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
