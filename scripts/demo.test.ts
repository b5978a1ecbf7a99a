import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../test/throw-away.ts'
import { freePort } from './free-port.ts'

const script = fileURLToPath(new URL('demo.ts', import.meta.url))

test('the demo ends without a difference, and a second run goes on from the saved data', async () => {
  const env = { ...process.env, DATA_DIR: throwAwayFolder(), PORT: String(await freePort()) }
  const run = () => {
    const ran = spawnSync(process.execPath, ['--import', 'tsx', script, '--exit'], { env, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.status).toBe(0)
    return ran.stdout
  }
  expect(run()).toMatch(/customers +41 +41 +0\n +projects +62 +62 +0/)
  expect(run()).toMatch(/customers +42 +42 +0\n +projects +62 +62 +0/)
}, 180_000)
