// Time that only the simulator moves. What sleeps wakes in its order while time passes.
export type VirtualClock = {
  now(): Date
  /** As the sandbox asks for it: a short sleep is a slow answer and moves the clock at once, a long one is a call that is applied late. */
  sleep(ms: number): Promise<void>
  pass(ms: number): Promise<void>
}

const slowAnswerMs = 60_000

export function createVirtualClock(start: Date): VirtualClock {
  let ms = start.getTime()
  let sleepers: { at: number; wake: () => void }[] = []

  const clock: VirtualClock = {
    now: () => new Date(ms),
    async sleep(forMs) {
      if (forMs < slowAnswerMs) return clock.pass(forMs)
      await new Promise<void>((wake) => sleepers.push({ at: ms + forMs, wake }))
    },
    async pass(byMs) {
      const end = ms + byMs
      for (;;) {
        const due = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        sleepers = sleepers.filter((sleeper) => sleeper !== due)
        ms = Math.max(ms, due.at)
        due.wake()
        await new Promise(setImmediate)
      }
      ms = Math.max(ms, end)
    },
  }
  return clock
}
