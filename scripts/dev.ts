// npm run dev: the server, the web application and a sandbox Uniconta, each reloading when its sources change, on an embedded
// database in data/dev with the demo company.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { programOf, root } from './build.mjs'

const { PORT: port = '3000', DATA_DIR: dataDir = join(root, 'data', 'dev') } = process.env
const api = `http://127.0.0.1:${port}/api/v1`
const sandboxPort = '8090'
const administrator = { name: 'Developer', email: 'dev@akkord.example', password: 'akkord in development' }

const programs = [
  startWatched('sandbox/main.ts', ['--port', sandboxPort, '--data-dir', join(dataDir, 'sandbox')], {}),
  startWatched('src/main.ts', [], {
    PORT: port,
    DATA_DIR: dataDir,
    UNICONTA_URL: `http://127.0.0.1:${sandboxPort}`,
  }),
  start(programOf('vite', 'vite'), [], { API_PORT: port }),
]

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
for (const program of programs) program.once('exit', () => stop('SIGTERM'))

const needsSetUp = await untilTheServerAnswers()
if (needsSetUp && !stopping) await setUp()
if (!stopping) console.log(`\nSign in as ${administrator.email} with: ${administrator.password}\n`)

function startWatched(file: string, args: string[], settings: Record<string, string>): ChildProcess {
  return start(programOf('tsx', 'tsx'), ['watch', '--clear-screen=false', join(root, file), ...args], settings)
}

function start(program: string, args: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...settings },
  })
}

/** When one of the three is gone, the others are of no use. */
function stop(signal: NodeJS.Signals): void {
  if (stopping) return
  stopping = true
  for (const program of programs) program.kill(signal)
}

async function untilTheServerAnswers(): Promise<boolean> {
  for (;;) {
    if (stopping) return false
    try {
      const answer = await fetch(`${api}/set-up`)
      return ((await answer.json()) as { needed: boolean }).needed
    } catch {
      await wait(200)
    }
  }
}

async function setUp(): Promise<void> {
  const company = { companyName: 'Nordlys', countryCode: 'DK', currency: 'DKK', timeZone: 'Europe/Copenhagen' }
  const answer = await fetch(`${api}/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...company, ...administrator, demo: true }),
  })
  if (!answer.ok) console.error(`The demo company could not be made: ${await answer.text()}`)
}
