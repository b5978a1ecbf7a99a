const endings: (() => Promise<unknown>)[] = []

/** Vitest ends its processes with SIGTERM, and half a second later by force; so endings run side by side and must be quick. */
export function atEndOfProcess(end: () => Promise<unknown>): void {
  if (endings.length === 0) process.once('SIGTERM', endAll)
  endings.push(end)
}

async function endAll(): Promise<void> {
  await Promise.allSettled(endings.map((end) => end()))
  process.kill(process.pid, 'SIGKILL')
}
