import { sql } from 'drizzle-orm'
import type { CoupledSeries } from '../../src/company/company.ts'
import { getSeries } from '../../src/company/take-number.ts'
import { invoicePost } from '../../src/invoices/invoice-tasks.ts'
import { inTransaction } from '../../src/lib/database/database.ts'
import { enqueue, setWanted } from '../../src/sync/enqueue.ts'
import { takeLaneAway } from '../../src/sync/lane.ts'
import { noteRestored } from '../../src/sync/restored.ts'
import { importTask, reviewTask } from '../../src/uniconta/import-expenses.ts'
import { paymentImportTask } from '../../src/uniconta/import-payments.ts'
import { storeFinalized } from '../finalized-invoice.ts'
import { workByHand } from './by-hand.ts'
import { isRestored } from './compare.ts'
import { changeCreditNotes, creditNoteSerie, seriesOfCreditNotes } from './credit-notes.ts'
import { listDocuments } from './documents.ts'
import { workWithMoney } from './money-by-hand.ts'
import { companyId, type Office } from './office.ts'
import { takeWaysOut } from './person.ts'
import { takeSnapshot } from './snapshot.ts'
import type { Settings, Step } from './step.ts'

const firstSerial = 1001

export async function doStep(office: Office, step: Step): Promise<void> {
  const { sandbox, clock, counts } = office
  if (step.do !== 'money') counts.note(`step ${'what' in step ? `${step.do}: ${step.what}` : step.do}`)
  switch (step.do) {
    case 'finalize':
      return finalize(office, BigInt(step.net), { partsOfNet: step.parts?.map(BigInt) ?? [] })
    case 'credit':
      return credit(office, step)
    case 'run':
      return run(office, step)
    case 'pass':
      return clock.pass(step.ms)
    case 'fault':
      sandbox.order(step.fault)
      if (step.fault.kind === 'applied-twice') counts.note('applied twice')
      return
    case 'down':
      sandbox.setDown(true)
      void clock.sleep(step.ms).then(() => sandbox.setDown(false))
      return
    case 'by hand':
      return asAllowed(office, () => workByHand(office, step.what))
    case 'money':
      return asAllowed(office, async () => {
        if (await workWithMoney(office, step.what)) counts.note(`step money: ${step.what}`)
      })
    case 'fetch':
      return inTransaction(office.tools.db, (tx) => enqueue(tx, tasks[step.what], clock.now()))
    case 'switch':
      return sandbox.setSwitches(step.switches)
    case 'settings':
      office.wasChanged = true
      return changeSettings(office, step.settings)
    case 'person':
      await takeWaysOut(office)
      return
    case 'credit notes':
      return changeCreditNotes(office, step.series)
    case 'credit notes begin there':
      sandbox.put(companyId, 'NumberSerieClient', { Serie: creditNoteSerie, FirstValue: 1, Next: step.next })
      return
    case 'sign in elsewhere':
      return sandbox.signInElsewhere('akkord-server')
    case 'backup':
      office.backup = await takeSnapshot(office.beginning.pool)
      return
    case 'restore':
      return restore(office, step.isNoticed)
  }
}

const tasks = { payments: paymentImportTask, expenses: importTask, review: reviewTask }

/** What the books do not allow, a person does not get done. */
async function asAllowed({ counts }: Office, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    counts.note('refused to a person')
  }
}

type More = { creditedInvoiceId?: string; partsOfNet?: bigint[] }

async function finalize(office: Office, net: bigint, more: More): Promise<void> {
  const { creditedInvoiceId, partsOfNet = [] } = more
  const { beginning, tools, clock, counts } = office
  // As finalizing refuses it.
  if (await isRestored(office)) return counts.note('finalizing refused after a restore')
  const { db } = tools
  const series = creditedInvoiceId ? await seriesOfCreditNotes(office) : 'invoice'
  const serial = await nextSerial(office, series)
  const { customerId, projectId } = beginning
  const referenceEnd = String(office.chance.int(1_000_000_000)).padStart(16, '0')
  const { id } = await storeFinalized(db, {
    customerId,
    projectId,
    series,
    serial,
    net,
    referenceEnd,
    partsOfNet,
    ...(creditedInvoiceId && { kind: 'credit-note', creditedInvoiceId, dueOn: '2026-11-01' }),
  })
  await inTransaction(db, (tx) =>
    enqueue(tx, { kind: invoicePost, subject: id, label: `${serial} Hansen & Søn A/S` }, clock.now()),
  )
  await clock.pass(1_000)
}

/** As the series gives it. */
async function nextSerial(office: Office, series: CoupledSeries): Promise<number> {
  const documents = await listDocuments(office)
  const least = series === 'invoice' ? firstSerial : (await getSeries(office.tools.db, series)).next
  return Math.max(least - 1, ...documents.filter((one) => one.series === series).map((one) => one.serial)) + 1
}

async function credit(office: Office, { which, isHalf }: { which: number; isHalf: boolean }): Promise<void> {
  const documents = await listDocuments(office)
  const left = documents.flatMap((one) => {
    const credited = documents.filter(({ creditedId }) => creditedId === one.id)
    const net = credited.reduce((sum, { net }) => sum + net, one.net)
    return one.kind === 'invoice' && net > 1n ? [{ id: one.id, net }] : []
  })
  const chosen = left[which % Math.max(1, left.length)]
  if (chosen) await finalize(office, isHalf ? -(chosen.net / 2n) : -chosen.net, { creditedInvoiceId: chosen.id })
}

async function run(office: Office, { process: index, stop }: Extract<Step, { do: 'run' }>): Promise<void> {
  const process = office.processes[index]
  if (!process) return
  const wasPaused = process.isPaused()
  const wasOff = office.wasChanged && !(await isSending(office))
  const sentBefore = countSent(office)
  const ended = await process.run(stop)
  // What was sent into the middle of the switch is seen through.
  if (wasOff) {
    office.counts.note('run while nothing may be sent')
    if (!wasPaused && countSent(office) > sentBefore) office.faults.push('Something was sent while sending was off.')
  }
  await office.clock.pass(10)
  office.counts.note(`run ${wasPaused ? 'resumed, ' : ''}${ended}`)
  if (ended === 'killed' || ended === 'paused') await noteStopped(office)
  if (ended === 'busy') office.faults.push('The lane works on without an end.')
  if (ended === 'killed') office.processes[index] = office.newProcess()
}

/** In the middle of which work. */
async function noteStopped({ beginning, counts }: Office): Promise<void> {
  const { rows } = await beginning.pool.query<{ kind: string }>(`select kind from sync_task where state = 'running'`)
  for (const { kind } of rows) counts.note(`stopped in ${kind}`)
}

async function isSending({ tools }: Office): Promise<boolean> {
  const { rows } = await tools.db.execute<{ on: boolean }>(
    sql`select (settings ->> 'exportInvoices')::boolean as on from integration where type = 'uniconta'`,
  )
  return rows[0]?.on === true
}

const countSent = ({ sandbox }: Office): number =>
  sandbox.calls().filter(({ path }) => path.startsWith('/Invoice/') || path.startsWith('/Crud/Insert')).length

async function changeSettings({ tools, clock }: Office, settings: Settings): Promise<void> {
  const { exportInvoices } = settings
  await inTransaction(tools.db, async (tx) => {
    await tx.execute(sql`
      update integration set settings = settings || ${JSON.stringify(settings)}::jsonb where type = 'uniconta'`)
    if (exportInvoices === undefined) return
    await setWanted(tx, invoicePost, exportInvoices, clock.now())
    if (!exportInvoices) return
    const { rows } = await tx.execute<{ subject: string; label: string }>(
      sql`select subject, label from sync_task where kind = ${invoicePost} and state = 'done' and shown = 'off' order by label`,
    )
    for (const row of rows) await enqueue(tx, { kind: invoicePost, ...row }, clock.now())
  })
}

/**
 * The backup of an earlier moment; the processes begin anew, and no token of the lane is what it was. Who restored it says so, or a
 * process notices; or nobody does, and only the books tell.
 */
async function restore(office: Office, isNoticed = office.chance.is(0.5)): Promise<void> {
  if (!office.backup) return
  for (const process of office.processes) process.end()
  await office.backup()
  office.wasRestored = true
  const { tools } = office
  await inTransaction(tools.db, (tx) =>
    isNoticed
      ? noteRestored(tx, tools, { key: 'sync.olderDatabase', values: {} }, ['Uniconta'])
      : takeLaneAway(tx, 'uniconta', tools.now()),
  )
  office.processes = [office.newProcess(), office.newProcess()]
}
