// A sandbox on a free port for one test, with a clock the test can set.
import { onTestFinished } from 'vitest'
import { createSandbox, type SandboxOptions } from './sandbox.ts'
import { startSandboxServer } from './server.ts'
import { signIn } from './test-client.ts'

export async function aSandbox(options: SandboxOptions = {}) {
  const clock = { at: new Date('2026-11-23T09:00:00Z') }
  const sandbox = createSandbox({ now: () => clock.at, ...options })
  const server = await startSandboxServer(sandbox)
  onTestFinished(async () => {
    await server.close()
    sandbox.close()
  })
  const signInAs = (user = '0012345/akkord-server') => signIn(server.url, { user })
  return { sandbox, server, clock, url: server.url, signInAs }
}

export const minuteMs = 60_000

/** Moves the clock of a sandbox. */
export function later(clock: { at: Date }, ms: number): void {
  clock.at = new Date(clock.at.getTime() + ms)
}
