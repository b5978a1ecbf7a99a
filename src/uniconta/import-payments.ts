// Payments there become payments here. One call shows all that is open there; what differs from what was last seen, and what was
// paid lately, is read row by row. A document that is not among the rows is left as it is: absence proves nothing.
import { getCompany } from '../company/company-store.ts'
import { findIntegration } from '../integrations/integration-store.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { addDays, dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { magnitude, sum } from '../lib/money.ts'
import { type ImportedPayment, type PaymentCounts, setImportedPayments } from '../payments/imported-payment.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome, TaskContext } from '../sync/handler.ts'
import { removeSchedule, setSchedule } from '../sync/schedule.ts'
import type { Connection } from './connection.ts'
import { isPlain, longestList, oneOf } from './filter.ts'
import { importer } from './import-rules.ts'
import { type BookedDocument, findByKeys, listBooked, listLatelyPaid, saveOpenItems } from './open-item-store.ts'
import { type Item, itemOf, readItems } from './open-items.ts'
import { paymentImportTexts } from './payment-import-texts.ts'
import { PaymentSettings, paymentsType } from './payment-settings.ts'
import { type PaymentsThere, paymentsOf } from './payments-of.ts'
import type { Calls } from './session.ts'
import { UnicontaSettings, unicontaType } from './settings.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(paymentImportTexts)

export const paymentImportKind = 'payment.import'
export const paymentImportTask = { kind: paymentImportKind, subject: unicontaType, label: 'Payments' }

const latelyDays = 30

export async function findPaymentSettings(db: Db | Tx): Promise<PaymentSettings | undefined> {
  const stored = await findIntegration(db, paymentsType)
  return stored && PaymentSettings.parse(stored.settings)
}

/** After either entry was saved or removed. */
export async function schedulePayments(tx: Tx, now: Date): Promise<void> {
  const settings = await findPaymentSettings(tx)
  const main = await findIntegration(tx, unicontaType)
  if (!settings?.enabled || !main || !UnicontaSettings.parse(main.settings).enabled)
    return removeSchedule(tx, paymentImportKind)
  const { timeZone } = await getCompany(tx)
  const cron = `0 ${settings.atHour} * * *`
  await setSchedule(tx, { name: paymentImportKind, cron, timeZone, ...paymentImportTask }, now)
}

export function paymentImportHandler(withConnection: WithConnection): Handler {
  return {
    kind: paymentImportKind,
    direction: 'in',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (connection, calls) => {
        const settings = await findPaymentSettings(context.db)
        if (!settings?.enabled) return { outcome: 'off', sentence: say('payments.off') }
        // A session shows old lists.
        if (!calls.isFresh()) calls.renew()
        return importPayments(context, calls, await openLook(context, connection, settings))
      }),
  }
}

type Look = { companyId: number; companyCurrency: string; from: string; today: string; documents: BookedDocument[] }
/** An invoice with its credit notes. */
type Group = { headId: string; documents: readonly BookedDocument[] }

async function openLook(context: TaskContext, connection: Connection, payments: PaymentSettings): Promise<Look> {
  const { currency: companyCurrency, timeZone } = await getCompany(context.db)
  return {
    ...{ companyId: connection.settings.companyId, companyCurrency, from: payments.paymentsFrom },
    today: dayIn(timeZone, context.now()),
    documents: connection.facts.coversFrom ? await listBooked(context.db, connection) : [],
  }
}

async function importPayments(context: TaskContext, calls: Calls, look: Look): Promise<Outcome> {
  const groups = groupsOf(look.documents)
  if (groups.length === 0) return { outcome: 'unchanged', sentence: say('payments.nothing') }
  const open = itemsOf(await readItems(calls, 'DebtorTransOpenClient', []), look)
  const lately = await listLatelyPaid(context.db, addDays(look.today, -latelyDays))
  const isOther = otherThanSeen(open, look)
  const concerned = groups.filter((group) => lately.has(group.headId) || isOther(group))
  const total = { imported: 0, changed: 0, removed: 0 }
  let unseen = 0
  for (const chunk of inChunks(concerned)) {
    const numbers = chunk.flatMap(({ documents }) => documents.map(({ theirNumber }) => String(theirNumber)))
    const rows: Item[] = []
    for (let at = 0; at < numbers.length; at += longestList)
      rows.push(
        ...itemsOf(
          await readItems(calls, 'DebtorTransClient', [oneOf('Invoice', numbers.slice(at, at + longestList))]),
          look,
        ),
      )
    const found = chunk.flatMap((group) => readGroup(group, rows, look) ?? [])
    unseen += chunk.length - found.length
    const counts = await store(context, look, found, await readBeside(calls, found, look))
    for (const name of Object.keys(total) as (keyof PaymentCounts)[]) total[name] += counts[name]
  }
  const wasSeen = concerned.some(({ documents }) => documents.some(({ stored }) => stored !== null))
  if (wasSeen && unseen === concerned.length)
    throw new SyncFailure('rejected', say('payments.noneSeen', { count: unseen }))
  return total.imported + total.changed + total.removed === 0
    ? { outcome: 'unchanged', sentence: say('payments.nothingNew', { unseen }) }
    : { outcome: 'done', sentence: say('payments.done', { ...total, unseen }) }
}

/** A credit note without its invoice in these books tells nothing of the invoice. */
function groupsOf(documents: readonly BookedDocument[]): Group[] {
  const heads = new Map<string, BookedDocument[]>()
  for (const document of documents) if (document.headId === document.id) heads.set(document.id, [document])
  for (const document of documents) if (document.headId !== document.id) heads.get(document.headId)?.push(document)
  return [...heads].map(([headId, members]) => ({ headId, documents: members }))
}

const itemsOf = (rows: Parameters<typeof itemOf>[0][], { companyCurrency }: Look): Item[] =>
  rows.flatMap((row) => itemOf(row, companyCurrency) ?? [])

/** The posting of a document there: by the journal that it was posted with, else by customer, amount and currency as well. */
function isOf(item: Item, { theirNumber, journalId, account, gross, currency }: BookedDocument): boolean {
  if (item.number !== theirNumber || item.currency !== currency || item.isPayment || item.amount !== gross) return false
  return journalId === null ? item.account === account : item.journalId === journalId
}

const isPaymentOf = (item: Item, { theirNumber, currency }: BookedDocument, account: string) =>
  item.isPayment && item.number === theirNumber && item.account === account && item.currency === currency

/** Whether what is open there is not what was seen last, or not what is open here. */
function otherThanSeen(open: readonly Item[], look: Look): (group: Group) => boolean {
  const byNumber = new Map<number, Item[]>()
  for (const item of open) byNumber.set(item.number, [...(byNumber.get(item.number) ?? []), item])
  return ({ headId, documents }) => {
    const now = documents.map((document) => {
      const items = byNumber.get(document.theirNumber) ?? []
      const account = document.stored?.account ?? document.account ?? ''
      return {
        remaining: sum(items.filter((item) => isOf(item, document)).map(({ remaining }) => remaining)),
        over: -sum(items.filter((item) => isPaymentOf(item, document, account)).map(({ remaining }) => remaining)),
      }
    })
    const head = documents.find(({ id }) => id === headId)
    const left = sum(now.map(({ remaining, over }) => remaining - over))
    return (
      left !== head?.open ||
      documents.some(({ stored }, at) => {
        const seen = now[at]
        return stored?.fromOn !== look.from || stored.remaining !== seen?.remaining || stored.over !== seen.over
      })
    )
  }
}

function* inChunks(groups: readonly Group[]): Generator<Group[]> {
  let chunk: Group[] = []
  let size = 0
  for (const group of groups) {
    if (chunk.length > 0 && size + group.documents.length > longestList) {
      yield chunk
      ;[chunk, size] = [[], 0]
    }
    chunk.push(group)
    size += group.documents.length
  }
  if (chunk.length > 0) yield chunk
}

type Found = PaymentsThere & { group: Group; own: readonly { document: BookedDocument; item: Item; over: bigint }[] }

/** Undefined while one of its documents is not among the rows. */
function readGroup(group: Group, rows: readonly Item[], { from }: Look): Found | undefined {
  const own = group.documents.flatMap((document) => {
    const [item, ...others] = rows.filter((row) => isOf(row, document))
    if (!item || others.length > 0) return []
    const paid = rows.filter((row) => isPaymentOf(row, document, item.account))
    return [{ document, item, paid, over: -sum(paid.map(({ remaining }) => remaining)) }]
  })
  if (own.length < group.documents.length) return undefined
  const there = paymentsOf(
    own.map(({ item }) => item),
    own.flatMap(({ paid }) => paid),
    from,
  )
  return { ...there, group, own }
}

/** Payments of the customers whose documents were settled by something that names none of them. */
async function readBeside(calls: Calls, found: readonly Found[], look: Look): Promise<Item[]> {
  const accounts = [
    ...new Set(found.filter(({ rest }) => rest !== 0n).flatMap(({ own }) => own.map(({ item }) => item.account))),
  ].filter(isPlain)
  if (accounts.length === 0) return []
  const since = { PropertyName: 'Date', FilterValue: `${look.from.split('-').reverse().join('-')}..` }
  const rows = await readItems(calls, 'DebtorTransClient', [oneOf('Account', accounts), since])
  return itemsOf(rows, look).filter(({ isPayment, on }) => isPayment && on >= look.from)
}

async function store(
  context: TaskContext,
  look: Look,
  found: readonly Found[],
  beside: readonly Item[],
): Promise<PaymentCounts> {
  const now = context.now()
  return context.inLane(async (tx) => {
    const counts = { imported: 0, changed: 0, removed: 0 }
    const known = await findByKeys(
      tx,
      found.map(({ group }) => restKey(look, group)),
    )
    // In the order of their ids, as everybody who locks several documents.
    for (const one of found.toSorted((a, b) => (a.group.headId < b.group.headId ? -1 : 1))) {
      const rest = restOf(one, look, beside, known.get(restKey(look, one.group)))
      const payments = [...one.payments.map((paid) => toPayment(paid, one.group, look)), ...rest]
      const made = await setImportedPayments(tx, importer, { invoiceId: one.group.headId, payments }, now)
      for (const name of Object.keys(counts) as (keyof PaymentCounts)[]) counts[name] += made[name]
      await saveOpenItems(
        tx,
        one.own.map(({ document, item, over }) => ({
          ...{ invoiceId: document.id, account: item.account, remaining: item.remaining },
          ...{ over, fromOn: look.from, seenAt: now },
        })),
      )
    }
    return counts
  })
}

const restKey = ({ companyId }: Look, { headId }: Group) => `uniconta/${companyId}/rest/${headId}`

const toPayment = (
  { id, on, amount, text }: PaymentsThere['payments'][number],
  { headId }: Group,
  { companyId }: Look,
): ImportedPayment => ({
  ...{ key: `uniconta/${companyId}/${id}/${headId}`, paidOn: on, amount },
  description: text === '' ? null : text,
})

/** What was settled by something that names no document of ours: its day is that of the one payment it can be, else today. */
function restOf(
  { rest, group, own }: Found,
  look: Look,
  beside: readonly Item[],
  known: { paidOn: string; amount: bigint; description: string | null } | undefined,
): ImportedPayment[] {
  if (rest === 0n) return []
  const key = restKey(look, group)
  if (known?.amount === rest) return [{ key, amount: rest, paidOn: known.paidOn, description: known.description }]
  const numbers = new Set(group.documents.map(({ theirNumber }) => theirNumber))
  const [head] = own
  const candidates = beside.filter(
    ({ account, currency, number, amount }) =>
      account === head?.item.account &&
      currency === head.item.currency &&
      !numbers.has(number) &&
      amount < 0n === rest > 0n &&
      magnitude(amount) >= magnitude(rest),
  )
  // Settled before the start date, as far as can be told: then it is not fetched.
  const wasOpen = own.some(({ document }) => (document.stored?.remaining ?? 0n) !== 0n)
  const isYoung = group.documents.some(({ invoicedOn }) => invoicedOn >= look.from)
  if (candidates.length === 0 && !known && !wasOpen && !isYoung) return []
  const [only, ...others] = candidates
  const isSure = only !== undefined && others.length === 0
  return [{ key, amount: rest, paidOn: isSure ? only.on : look.today, description: (isSure && only.text) || null }]
}
