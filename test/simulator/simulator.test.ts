// Random histories within the time of `npm test`. More of them, and a history that breaks a rule again: npm run simulate.
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeBeginning } from './beginning.ts'
import { createCounts, tellCounts } from './counts.ts'
import { findPlant } from './find-plant.ts'
import { makeHistory } from './make-history.ts'
import { mustBeReached } from './must-be-reached.ts'
import { plants } from './plants.ts'
import { runHistory } from './run-history.ts'
import { type Story, storyNames } from './stories.ts'

const firstSeed = 1
const fewestRuns = 40
const mostMoreRuns = 60
const limitMs = 600_000

let begun: ReturnType<typeof makeBeginning> | undefined
/** Made once; whatever the history before left behind, each history begins with it. */
const begin = () => (begun ??= makeBeginning())

test('UC-40 UC-45 UC-50 UC-71 UP-01: whatever happens, each document is booked exactly once, paid here as there, and each cost comes in once', {
  timeout: limitMs,
}, async () => {
  const beginning = await begin()
  const counts = createCounts()
  const broken: string[] = []
  const missing = () => mustBeReached.filter((what) => !counts.all().has(what))
  const play = async (seed: number, story?: Story) => {
    const again = `npm run simulate -- --seed ${seed} --runs 1${story ? ` --story '${story}'` : ''}`
    for (const { rule, text } of await runHistory(beginning, makeHistory(seed, story), counts))
      broken.push(`${rule}: ${text} (${again})`)
  }
  for (let run = 0; run < fewestRuns; run += 1) await play(firstSeed + run)
  // Each story by itself as well, and what is rare may take some more of both: which call is struck depends on how many there are.
  for (let run = 0; run < storyNames.length || (run < mostMoreRuns && missing().length > 0); run += 1) {
    await play(firstSeed + run, storyNames[run % storyNames.length])
    if (run >= storyNames.length) await play(firstSeed + fewestRuns + run)
  }
  const reached = `The simulated histories reached:\n${tellCounts(counts)}\n`
  process.stdout.write(reached)
  if (process.env.SIMULATOR_REPORT) writeFileSync(process.env.SIMULATOR_REPORT, reached)
  expect(broken).toEqual([])
  expect(missing(), 'never reached').toEqual([])
})

test.each(plants)('code that $name is found out', { timeout: limitMs }, async (plant) => {
  const { isFound, said } = await findPlant(await begin(), plant)
  expect(isFound, said).toEqual(true)
})

test('the same seed gives the same history, call by call', { timeout: limitMs }, async () => {
  const seed = aSeedWithStopAndRestore()
  const play = async () => {
    const told: string[] = []
    await runHistory(await begin(), makeHistory(seed), createCounts(), (line) => told.push(line))
    return told
  }
  const [first, second] = [await play(), await play()]
  expect(second).toEqual(first)
  expect(first.filter((line) => line.includes('/Invoice/GenerateDebtorInvoice')).length).toBeGreaterThan(1)
})

function aSeedWithStopAndRestore(): number {
  for (let seed = firstSeed; ; seed += 1) {
    const { steps } = makeHistory(seed)
    if (steps.some((step) => step.do === 'restore') && steps.some((step) => step.do === 'run' && step.stop)) return seed
  }
}
