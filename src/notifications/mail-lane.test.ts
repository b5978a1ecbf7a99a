import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { startEngine } from '../../test/engine.ts'
import { queueMail } from './queue-mail.ts'
import { judge, mailHandler } from './send-mail.ts'

const faults = [
  [{ code: 'EENVELOPE', responseCode: 550 }, 'refused'],
  [{ code: 'EMESSAGE', responseCode: 554 }, 'refused'],
  [{ code: 'EENVELOPE' }, 'refused'],
  [{ code: 'EENVELOPE', responseCode: 452 }, 'put-off'],
  [{ code: 'EENVELOPE', responseCode: 421 }, 'busy'],
  [{ code: 'ECONNECTION' }, 'unreachable'],
  [{ code: 'EPROTOCOL', responseCode: 554 }, 'busy'],
  [{ code: 'EAUTH', responseCode: 535 }, 'signed-out'],
] as const
for (const [fault, expected] of faults)
  test(`${fault.code} ${'responseCode' in fault ? fault.responseCode : 'without a code'} of a mail server means ${expected}`, () => {
    const verdict = judge(Object.assign(new Error('What it said'), fault))
    expect(verdict.verdict === 'server-away' ? verdict.failure.kind : verdict.verdict).toEqual(expected)
  })

test('a mail server that was away and answers again is no trouble any more', async () => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const sendTo = (to: number) => mailHandler({ smtpUrl: `smtp://127.0.0.1:${to}`, from: 'akkord@akkord.test' })
  let handler = sendTo(1)
  const t = await startEngine({ 'mail.send': (context) => handler.run(context) })
  try {
    await t.inTransaction((tx) => queueMail(tx, { to: 'a@b.test', subject: 'One', text: 'Text' }, t.now()))
    await t.run()
    expect(await t.status()).toMatchObject({ state: 'trouble', waiting: 1 })
    handler = sendTo(port)
    t.pass(60_000)
    await t.run()
    expect(await t.status()).toMatchObject({ state: 'idle', since: null })
  } finally {
    await new Promise<void>((closed) => server.close(closed))
  }
})
