// A mail server that takes every mail and delivers none, with a page that shows them: what people would get.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { listPage, mailPage, noMailPage } from './mailbox-page.ts'
import { type MailboxLanguage, mailboxLanguage } from './mailbox-texts.ts'
import { type ReadMail, readMail } from './read-mail.ts'

export type KeptMail = ReadMail & {
  /** Its place in the order of arrival, from 1. */
  id: number
  /** Everybody to whom it was handed over, those who are not named in it as well. */
  recipients: string
  receivedAt: string
}

export type Mailbox = {
  /** Of the page. */
  readonly url: string
  readonly smtpUrl: string
  mails(): readonly KeptMail[]
  close(): Promise<void>
}

/** Mails are kept in the folder, and shown again by the next mailbox on it. Port 0: any that is free. */
export async function startMailbox({ port, dataDir }: { port: number; dataDir: string }): Promise<Mailbox> {
  mkdirSync(dataDir, { recursive: true })
  const mails: KeptMail[] = storedIn(dataDir)
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const stored: Stored = {
          recipients: session.envelope.rcptTo.map(({ address }) => address).join(', '),
          receivedAt: new Date().toISOString(),
          raw: Buffer.concat(chunks).toString('latin1'),
        }
        const id = mails.length + 1
        writeFileSync(join(dataDir, `${String(id).padStart(6, '0')}.json`), JSON.stringify(stored))
        mails.push(toMail(stored, id))
        answer(null)
      })
    },
  })
  const page = createServer(({ url = '/', headers }, answer) => {
    show(mails, { url, language: mailboxLanguage(headers['accept-language']) }, answer)
  })
  await Promise.all([listen(smtp, 0), listen(page, port)])
  return {
    url: `http://127.0.0.1:${portOf(page)}`,
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    mails: () => mails,
    async close() {
      page.closeAllConnections()
      await Promise.all([
        new Promise<void>((closed) => smtp.close(() => closed())),
        new Promise<void>((closed) => page.close(() => closed())),
      ])
    },
  }
}

type Stored = Pick<KeptMail, 'recipients' | 'receivedAt'> & { raw: string }

const toMail = ({ raw, ...stored }: Stored, id: number): KeptMail => ({ ...readMail(raw), ...stored, id })

function storedIn(dataDir: string): KeptMail[] {
  const names = readdirSync(dataDir).filter((name) => /^\d+\.json$/.test(name))
  return names.sort().map((name, index) => toMail(JSON.parse(readFileSync(join(dataDir, name), 'utf8')), index + 1))
}

type Asked = { url: string; language: MailboxLanguage }

function show(mails: readonly KeptMail[], { url, language }: Asked, answer: ServerResponse): void {
  const [, id] = /^\/mails\/(\d+)$/.exec(url) ?? []
  const mail = id === undefined ? undefined : mails[Number(id) - 1]
  const [status, html] =
    url === '/'
      ? [200, listPage(mails, language)]
      : mail
        ? [200, mailPage(mail, language)]
        : [404, noMailPage(language)]
  // Nothing of a mail is fetched or run, whatever it holds.
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:"
  answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
  answer.end(html)
}

const listen = (server: { listen: Server['listen'] } | SMTPServer, port: number) =>
  new Promise<void>((listening) => void (server as Server).listen(port, '127.0.0.1', () => listening()))

const portOf = (server: { address: ReturnType<typeof createSocket>['address'] }) =>
  (server.address() as AddressInfo).port
