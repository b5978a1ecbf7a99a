// Companies that number their credit notes in a series of their own there: some share the series of invoices here, some get their own
// when a person says so. It has a chance of its own, so that the other histories stay what they were.
import { type Chance, createChance } from './chance.ts'
import type { Step } from './step.ts'

const apart = 6_661
const every = 3

export function weaveApart(seed: number, steps: readonly Step[]): Step[] {
  if (seed % every !== 1) return [...steps]
  const chance = createChance(seed * apart)
  const woven: Step[] = [
    { do: 'switch', switches: { creditNoteNumbers: 'own-series' } },
    // Below the numbers of invoices, among them, and above.
    { do: 'credit notes begin there', next: chance.pick([7, 1001, 1003, 50_001]) },
  ]
  const sharesFor = chance.is(0.7) ? 1 + chance.int(2) : 100
  let runs = 0
  for (const step of steps) {
    woven.push(step)
    if (step.do !== 'run') continue
    runs += 1
    if (runs === sharesFor) woven.push({ do: 'credit notes', series: 'credit-note' }, ...credits(chance))
    else if (chance.is(0.3)) woven.push(...credits(chance))
    else if (chance.is(0.12))
      woven.push({ do: 'credit notes', series: chance.is(0.3) ? 'invoice' : 'credit-note' }, ...credits(chance))
    else if (chance.is(0.05))
      woven.push({ do: 'switch', switches: { creditNoteNumbers: chance.pick(['of-invoices', 'own-series']) } })
  }
  // What cannot be posted on its own day gets another one.
  if (seed % 2 === 0)
    woven.push(
      { do: 'by hand', what: 'close the period' },
      { do: 'credit', which: 0, isHalf: true },
      { do: 'run', process: 0 },
      { do: 'finalize', net: 40_000 },
      { do: 'run', process: 0 },
      { do: 'person' },
      { do: 'run', process: 0 },
      { do: 'person' },
      { do: 'run', process: 0 },
      { do: 'person' },
      { do: 'run', process: 0 },
    )
  return woven
}

function credits(chance: Chance): Step[] {
  const credit: Step = { do: 'credit', which: chance.int(4), isHalf: chance.is(0.7) }
  const run: Step = { do: 'run', process: 0 }
  if (chance.is(0.5)) return [credit, run]
  const stop = { after: chance.int(90), how: chance.is(0.5) ? 'kill' : 'pause' } as const
  return [
    credit,
    ...(chance.is(0.4) ? [aFault(chance)] : []),
    { ...run, stop },
    { do: 'pass', ms: chance.pick([4_000, 40 * 60_000]) },
    { do: 'run', process: chance.is(0.5) ? 0 : 1 },
    ...(chance.is(0.5) ? [run] : []),
  ]
}

const aFault = (chance: Chance): Step => ({
  do: 'fault',
  fault: {
    kind: chance.pick(['drop-after', 'drop-before', 'hang-after', 'status-after', 'empty-read']),
    match: {
      path: chance.pick([
        '/Invoice/GenerateDebtorInvoice',
        '/Invoice/GenerateDebtorInvoice',
        '/Crud/',
        '/Query/Get/DebtorInvoiceClient',
      ]),
    },
  },
})
