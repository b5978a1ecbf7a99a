import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { startEngine } from '../../test/engine.ts'
import { queueMail } from './queue-mail.ts'
import { mailHandler } from './send-mail.ts'

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
