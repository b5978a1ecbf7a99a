// What the other side said of its own master data a moment ago. It spares calls; whatever is refused is asked for anew.
import type { Clock } from '../lib/ids.ts'

const livesMs = 15 * 60_000

export type Memory = {
  /** The remembered answer, or that of `ask`. An answer that says no is not kept: it may be mended a minute later. */
  recall<T>(key: string, ask: () => Promise<T | undefined>): Promise<T | undefined>
  forget(): void
}

export function createMemory(now: Clock): Memory {
  const kept = new Map<string, { value: unknown; until: number }>()
  return {
    async recall<T>(key: string, ask: () => Promise<T | undefined>) {
      const known = kept.get(key)
      if (known && known.until > now().getTime()) return known.value as T
      const value = await ask()
      if (value !== undefined) kept.set(key, { value, until: now().getTime() + livesMs })
      return value
    },
    forget: () => kept.clear(),
  }
}
