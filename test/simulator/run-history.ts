// One history from its first step to the books at its end.
import { sql } from 'drizzle-orm'
import { invoicePdf } from '../../src/invoices/invoice-tasks.ts'
import { inTransaction } from '../../src/lib/database/database.ts'
import { enqueueMany } from '../../src/sync/enqueue.ts'
import { compareSchedule } from '../../src/uniconta/compare.ts'
import { importTask, reviewTask } from '../../src/uniconta/import-expenses.ts'
import { paymentImportTask } from '../../src/uniconta/import-payments.ts'
import type { Beginning } from './beginning.ts'
import { mendThere } from './by-hand.ts'
import { isRestored } from './compare.ts'
import type { Counts } from './counts.ts'
import { doStep } from './do-step.ts'
import { listDocuments } from './documents.ts'
import { checkAlways, checkAtTheEnd, type Violation } from './invariants.ts'
import { checkMoney } from './money-invariants.ts'
import { type Office, openOffice } from './office.ts'
import { takeWaysOut } from './person.ts'
import { describeStep, type History } from './step.ts'

const mostTurns = 60

export type Told = (line: string) => void

export async function runHistory(
  beginning: Beginning,
  history: History,
  counts: Counts,
  tell?: Told,
): Promise<Violation[]> {
  if (history.story) counts.note(`story ${history.story}`)
  const office = await openOffice(beginning, history.seed, history.switches, counts)
  try {
    for (const step of history.steps) {
      await doStep(office, step)
      if (tell) await tellOf(office, describeStep(step), tell)
      const found = await checkAlways(office)
      if (found.length > 0) return found
    }
    return await drain(office, tell)
  } finally {
    office.end()
  }
}

/** No more trouble; the lane works, time passes, people take what is offered, and in the end there is a night. */
async function drain(office: Office, tell: Told | undefined): Promise<Violation[]> {
  office.sandbox.clearFaults()
  for (const process of office.processes) process.end()
  mendThere(office)
  await doStep(office, { do: 'settings', settings: { exportInvoices: true } })
  const nights = [[compareSchedule, importTask, paymentImportTask], [reviewTask]]
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const process = office.newProcess()
    await office.clock.pass(5_000)
    const ended = await process.run()
    process.end()
    if (ended === 'busy') return [{ rule: 'the lane rests', text: 'The lane works on without an end.' }]
    if (tell) await tellOf(office, `drain: ${ended}`, tell)
    const found = await checkAlways(office)
    if (found.length > 0) return found
    const documents = await listDocuments(office)
    const rests =
      documents.every(({ step, state }) => step === 'settled' && state === 'done') && !(await isWaiting(office))
    if (rests && !(await isRestored(office))) {
      const tasks = nights.shift()
      if (!tasks) break
      const { tools, clock } = office
      await inTransaction(tools.db, (tx) => enqueueMany(tx, tasks, clock.now()))
      continue
    }
    await office.clock.pass(15 * 60_000)
    await takeWaysOut(office)
  }
  return [...(await checkAtTheEnd(office)), ...(await checkMoney(office))]
}

/** Nobody makes the PDF of a document that came in here. */
async function isWaiting({ tools }: Office): Promise<boolean> {
  const { rows } = await tools.db.execute(
    sql`select from sync_task where state in ('waiting', 'running') and kind <> ${invoicePdf} limit 1`,
  )
  return rows.length > 0
}

/** What was done, the calls that it led to, and where each document stands then. */
async function tellOf(office: Office, what: string, tell: Told): Promise<void> {
  tell(what)
  const calls = office.sandbox.calls().filter(({ number }) => number > office.lastCallTold)
  office.lastCallTold = calls.at(-1)?.number ?? office.lastCallTold
  for (const { at, method, path, status, fault = '', request = '' } of calls)
    tell(`      ${at} ${method} ${path} ${status} ${fault} ${request}`)
  for (const { serial, step, state, shown, sentence } of await listDocuments(office))
    tell(`      ${serial} ${step} ${state} ${shown} ${sentence}`)
}
