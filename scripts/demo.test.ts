import { execFile, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aDataFolder, programArgs } from '../test/process.ts'
import { throwAwayFolder } from '../test/throw-away.ts'
import { freePort } from './free-port.ts'

const demo = programArgs('scripts/demo')

test('UC-01: the demo ends without a difference to the øre, and a second run goes on from the saved data', async () => {
  const env = { ...process.env, DATA_DIR: throwAwayFolder(), PORT: String(await freePort()) }
  // Not waited for in one piece: vitest gives up a process that does not speak to it for a minute.
  const run = () =>
    new Promise<{ code: unknown; errors: string; said: string }>((done) => {
      execFile(process.execPath, [...demo, '--exit'], { env }, (error, said, errors) =>
        done({ code: error?.code ?? 0, errors, said }),
      )
    })
  const table = (customers: number, documents: number) =>
    [
      `customers +${customers} +${customers} +0`,
      'projects +63 +63 +0',
      `documents +${documents} +${documents} +0`,
      String.raw`invoices, DKK +(\d+\.\d\d) +\1 +0\.00`,
      String.raw`credit notes, DKK +-(\d+\.\d\d) +-\2 +0\.00`,
      String.raw`expenses, DKK +(\d+\.\d\d) +\3 +0\.00`,
      String.raw`payments, DKK +(\d+\.\d\d) +\4 +0\.00`,
    ].join('\n +')
  const endsWith = (shown: string) => ({ code: 0, errors: '', said: expect.stringMatching(new RegExp(shown)) })
  expect(await run()).toEqual(endsWith(table(42, 3)))
  expect(await run()).toEqual(endsWith(table(43, 6)))
}, 480_000)

test('when the demo is killed, its Akkord does not stay behind', async () => {
  const port = await freePort()
  const dataDir = await aDataFolder()
  // As a demo leaves it that was ended while it made its company.
  mkdirSync(join(dataDir, 'sandbox'))
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port) }
  // In a process group of its own, so that nothing is left even when this fails.
  const running = spawn(process.execPath, demo, { env, detached: true, stdio: 'ignore' })
  onTestFinished(() => void endGroup(running.pid as number))
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/health/live`).then(
      () => true,
      () => false,
    )
  await expect.poll(answers, { timeout: 90_000 }).toEqual(true)
  running.kill('SIGKILL')
  await expect.poll(answers, { timeout: 20_000 }).toEqual(false)
}, 120_000)

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}
