import type { Violation } from './invariants.ts'

const mostTries = 60

/** Which steps are needed to break the same rule again: leaves out ever smaller pieces, as long as it still breaks. */
export async function shorten(
  length: number,
  rule: string,
  play: (indexes: readonly number[]) => Promise<Violation[]>,
): Promise<number[]> {
  let kept = Array.from({ length }, (_, index) => index)
  let tries = 0
  for (let size = Math.ceil(length / 2); size >= 1 && tries < mostTries; ) {
    let isShorter = false
    for (let from = 0; from < kept.length && tries < mostTries; ) {
      const without = kept.filter((_, at) => at < from || at >= from + size)
      tries += 1
      const found = await play(without)
      if (found.some((violation) => violation.rule === rule)) {
        kept = without
        isShorter = true
      } else from += size
    }
    if (size === 1 && !isShorter) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  return kept
}
