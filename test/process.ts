// Akkord as `npm start` runs it: a process of its own, with the settings that the test gives and no others.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { isBuilt, root } from '../scripts/build.mjs'
import { freePort } from '../scripts/free-port.ts'
import { putEmptyCluster, putMigratedCluster } from './database.ts'
import { throwAwayFolder } from './throw-away.ts'

const clockAhead = new URL('./clock-ahead.mjs', import.meta.url)
const startLimitMs = 90_000

export type Ended = { code: number | null; signal: string | null }

export type AkkordProcess = {
  readonly url: string
  /** What it wrote so far, to both. */
  said(): string
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<Ended>
  /** Until it says of itself that it is ready. @throws what it said when it ended instead. */
  ready(): Promise<void>
}

/** A data folder in which a database lies already, with its tables or `empty`: making one takes seconds. */
export async function aDataFolder(database: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const folder = throwAwayFolder()
  await (database === 'empty' ? putEmptyCluster : putMigratedCluster)(folder)
  return folder
}

let isCompiled: boolean | undefined

/** What runs it. From the sources each start takes a second more of a processor, so only if they are newer than what was built. */
export function programArgs(name: 'src/main' | 'scripts/demo'): string[] {
  isCompiled ??= isBuilt('server')
  return isCompiled ? [join(root, 'dist', `${name}.js`)] : ['--import', 'tsx', join(root, `${name}.ts`)]
}

/** Not waited for. Ends with the test at the latest. With `aheadMs` its clock is ahead. */
export async function launchAkkord(settings: Record<string, string>, { aheadMs = 0 } = {}): Promise<AkkordProcess> {
  const port = settings.PORT ?? String(await freePort())
  const { PATH, HOME, TMPDIR } = process.env
  // Nobody answers at the address of the other system unless the test says who.
  const env = { PATH, HOME, TMPDIR, UNICONTA_URL: 'http://127.0.0.1:9', PORT: port, ...settings }
  const clock = aheadMs === 0 ? [] : ['--import', `${clockAhead}?ms=${aheadMs}`]
  const args = [...clock, ...programArgs('src/main')]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended)
  onTestFinished(() => endAtOnce(child, ended))
  const said = () => text
  return {
    url: `http://127.0.0.1:${port}`,
    said,
    kill: (signal) => void child.kill(signal),
    ended,
    ready: () => untilSaid(said, 'Akkord is ready', ended),
  }
}

/** @returns a process that is ready. */
export async function startAkkordProcess(settings: Record<string, string>): Promise<AkkordProcess> {
  const akkord = await launchAkkord(settings)
  await akkord.ready()
  return akkord
}

async function untilSaid(said: () => string, text: string, ended: Promise<Ended>): Promise<void> {
  const deadline = Date.now() + startLimitMs
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  while (!said().includes(text)) {
    if (isOver || Date.now() > deadline) throw new Error(`Akkord did not get ready. It said: ${said()}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function endAtOnce(child: ChildProcess, ended: Promise<Ended>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await ended
}
