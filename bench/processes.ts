// Akkord and the sandbox as processes of their own, as they run in production: compiled when this is compiled.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Running = {
  url: string
  startedInMs: number
  /** Memory of the process now and at its highest, in MB; undefined where the system does not tell. */
  memory(): { now: number; peak: number } | undefined
  stop(): Promise<void>
}

const isSource = import.meta.url.endsWith('.ts')
const startLimitMs = 60_000
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export function startAkkord(settings: Record<string, string>): Promise<Running> {
  return start('src/main', '/health/ready', (port) => ({ env: { ...settings, PORT: String(port), LOG_LEVEL: 'warn' } }))
}

export function startSandbox(): Promise<Running> {
  return start('sandbox/main', '/', (port) => ({ args: ['--port', String(port), '--empty'] }))
}

async function start(
  program: string,
  path: string,
  forPort: (port: number) => { args?: string[]; env?: Record<string, string> },
): Promise<Running> {
  const port = await freePort()
  const { args = [], env = {} } = forPort(port)
  const file = fileURLToPath(new URL(`../${program}.${isSource ? 'ts' : 'js'}`, import.meta.url))
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...(isSource ? ['--import', 'tsx'] : []), file, ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  running.add(child)
  const ended = once(child, 'exit').then(() => running.delete(child))
  const url = `http://127.0.0.1:${port}`
  while (
    !(await fetch(`${url}${path}`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}.`)
    if (performance.now() - startedAt > startLimitMs) throw new Error(`${program} did not start within a minute.`)
    await wait(10)
  }
  return {
    url,
    startedInMs: performance.now() - startedAt,
    memory: () => memoryOf(child.pid),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function memoryOf(pid: number | undefined): { now: number; peak: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const read = (name: string) => Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1]) / 1024)
    return { now: read('VmRSS'), peak: read('VmHWM') }
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
