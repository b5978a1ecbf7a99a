/** How often each thing was reached, over all histories of a run. */
export type Counts = { note(what: string): void; all(): ReadonlyMap<string, number> }

export function createCounts(): Counts {
  const counted = new Map<string, number>()
  return { note: (what) => void counted.set(what, (counted.get(what) ?? 0) + 1), all: () => counted }
}

const groups = [
  'fault',
  'kill',
  'pause',
  'run',
  'state',
  'step',
  'story',
  'way out of',
  'choice refused:',
  'compare:',
  'money',
  'stopped in',
]

/** A line for each sort of thing, with what was reached of it and how often. */
export function tellCounts(counts: Counts): string {
  const lines = new Map<string, string[]>([...groups, 'and'].map((group) => [group, []]))
  for (const [what, times] of [...counts.all()].sort()) {
    const group = groups.find((one) => what.startsWith(`${one} `)) ?? 'and'
    lines.get(group)?.push(`${group === 'and' ? what : what.slice(group.length + 1)} ${times}`)
  }
  return [...lines].flatMap(([group, all]) => (all.length > 0 ? [`  ${group} ${all.join(', ')}`] : [])).join('\n')
}
