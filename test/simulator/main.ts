// npm run simulate -- --seed N --runs M [--show] [--keep-going] [--story NAME]: histories from this seed on. The first that breaks
// a rule is shortened and shown. With --plant 'part of a name' the bugs of plants.ts are planted instead, one after the other, and
// have to be found in their stories.
import { parseArgs } from 'node:util'
import { makeBeginning } from './beginning.ts'
import { createCounts, tellCounts } from './counts.ts'
import { findPlant } from './find-plant.ts'
import { makeHistory } from './make-history.ts'
import { plants } from './plants.ts'
import { runHistory } from './run-history.ts'
import { shorten } from './shorten.ts'
import { describeStep } from './step.ts'
import { type Story, storyNames } from './stories.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100' },
    show: { type: 'boolean', default: false },
    steps: { type: 'string' },
    'keep-going': { type: 'boolean', default: false },
    story: { type: 'string' },
    plant: { type: 'string' },
  },
})
const first = Number(values.seed)
const last = first + Number(values.runs) - 1
const beginning = await makeBeginning()
if (values.plant !== undefined) await findPlants(values.plant)
const counts = createCounts()
let broken = 0
const beganAt = Date.now()

for (let seed = first; seed <= last; seed += 1) {
  const whole = makeHistory(seed, storyOf(values.story))
  const only = values.steps?.split(',').map(Number)
  const history = only ? { ...whole, steps: only.flatMap((index) => whole.steps[index] ?? []) } : whole
  const found = await runHistory(beginning, history, counts, values.show ? console.log : undefined)
  if (found.length === 0) continue
  broken += 1
  console.log(`\nSeed ${seed} breaks a rule:`)
  for (const { rule, text } of found) console.log(`  ${rule}: ${text}`)
  if (only || values['keep-going']) continue
  const kept = await shorten(whole.steps.length, found[0]?.rule ?? '', (indexes) =>
    runHistory(beginning, { ...whole, steps: indexes.flatMap((index) => whole.steps[index] ?? []) }, createCounts()),
  )
  console.log(`Shortened to ${kept.length} of ${whole.steps.length} steps, switches ${JSON.stringify(whole.switches)}:`)
  for (const index of kept) console.log(`  ${describeStep(whole.steps[index] as (typeof whole.steps)[number])}`)
  const again = `--seed ${seed} --runs 1 --steps ${kept.join(',')}`
  console.log(`Again: npm run simulate -- ${again}${values.story ? ` --story '${values.story}'` : ''} --show`)
  break
}
console.log(
  `\nSeeds ${first} to ${last}: ${broken} broke a rule, ${Math.round((Date.now() - beganAt) / 1000)} s. Reached:`,
)
console.log(tellCounts(counts))
process.exit(broken > 0 ? 1 : 0)

/** By name or a part of it; '' is all. */
async function findPlants(name: string): Promise<never> {
  let missed = 0
  for (const plant of plants.filter((one) => one.name.includes(name))) {
    const { isFound, said } = await findPlant(beginning, plant, {
      seed: Number(values.seed),
      runs: Number(values.runs),
    })
    if (!isFound) missed += 1
    console.log(`${isFound ? 'found' : 'NOT FOUND'}: ${plant.name}\n  ${said.replaceAll('\n', '\n  ')}`)
  }
  process.exit(missed > 0 ? 1 : 0)
}

function storyOf(name: string | undefined): Story | undefined {
  const story = storyNames.find((one) => one === name)
  if (name !== undefined && !story) throw new Error(`There is no such story. There are: ${storyNames.join(', ')}`)
  return story
}
