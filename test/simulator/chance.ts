/** Chance from a seed: the same seed gives the same history. */
export type Chance = {
  /** As Math.random. */
  next(): number
  /** From 0 up to below `limit`. */
  int(limit: number): number
  is(probability: number): boolean
  pick<T>(items: readonly T[]): T
}

/** Mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    int,
    is: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => items[int(items.length)] as T,
  }
}
