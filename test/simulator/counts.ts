/** How often each thing was reached, over all histories of a run. */
export type Counts = { note(what: string): void; all(): ReadonlyMap<string, number> }

export function createCounts(): Counts {
  const counted = new Map<string, number>()
  return { note: (what) => void counted.set(what, (counted.get(what) ?? 0) + 1), all: () => counted }
}
