// A mail server on this machine that keeps what it was handed, refuses whom the test says, and can be away.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { type ReadMail, readMail } from '../scripts/demo/read-mail.ts'

/** `to`: those to whom it was handed over. */
export type ReceivedMail = ReadMail

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
          received.push({ ...readMail(Buffer.concat(chunks).toString('latin1')), to })
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
