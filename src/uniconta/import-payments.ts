// Payments there become payments here. One call shows all that is open there; what differs from what was last seen, what was paid
// lately, and what a payment names that was posted since, is read row by row. A document that is not among the rows is left as it is: absence proves nothing.
import { getCompany } from '../company/company-store.ts'
import { findIntegration, type StoredIntegration, saveFacts } from '../integrations/integration-store.ts'
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
import { type Item, itemOf, lastIdOf, readItems } from './open-items.ts'
import { type Group, groupsOf, inChunks, isOf, isPaymentOf, namedBy, otherThanSeen } from './payment-groups.ts'
import { paymentImportTexts } from './payment-import-texts.ts'
import { PaymentFacts, PaymentSettings, paymentsType } from './payment-settings.ts'
import { type PaymentsThere, paymentsOf } from './payments-of.ts'
import type { Calls } from './session.ts'
import { UnicontaSettings, unicontaType } from './settings.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(paymentImportTexts)

export const paymentImportKind = 'payment.import'
export const paymentImportTask = { kind: paymentImportKind, subject: unicontaType, label: 'Payments' }

/** So far back a payment whose day or text is altered there is read again. */
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
        const entry = await findIntegration(context.db, paymentsType)
        if (!entry || !PaymentSettings.parse(entry.settings).enabled)
          return { outcome: 'off', sentence: say('payments.off') }
        // A session shows old lists.
        if (!calls.isFresh()) calls.renew()
        return importPayments(context, calls, await openLook(context, connection, entry))
      }),
  }
}

type Look = {
  entry: StoredIntegration
  companyId: number
  companyCurrency: string
  from: string
  today: string
  /** The last row there that an earlier run looked at; undefined before the first one. */
  seenTo: number | undefined
  documents: BookedDocument[]
}
async function openLook(context: TaskContext, connection: Connection, entry: StoredIntegration): Promise<Look> {
  const { companyId } = connection.settings
  const { seen } = PaymentFacts.parse(entry.facts)
  const { currency: companyCurrency, timeZone } = await getCompany(context.db)
  return {
    ...{ entry, companyId, companyCurrency, from: PaymentSettings.parse(entry.settings).paymentsFrom },
    seenTo: seen?.companyId === companyId ? seen.rowId : undefined,
    today: dayIn(timeZone, context.now()),
    documents: connection.facts.coversFrom ? await listBooked(context.db, connection) : [],
  }
}

async function importPayments(context: TaskContext, calls: Calls, look: Look): Promise<Outcome> {
  const groups = groupsOf(look.documents)
  if (groups.length === 0) return { outcome: 'unchanged', sentence: say('payments.nothing') }
  const open = await readItems(calls, 'DebtorTransOpenClient', [])
  const since = look.seenTo === undefined ? [] : await readItems(calls, 'DebtorTransClient', [], look.seenTo + 1)
  const lately = await listLatelyPaid(context.db, addDays(look.today, -latelyDays))
  const isOther = otherThanSeen(itemsOf(open, look), look.from)
  const isNamed = namedBy(itemsOf(since, look))
  const concerned = groups.filter((group) => lately.has(group.headId) || isNamed(group) || isOther(group))
  const total = { imported: 0, changed: 0, removed: 0 }
  let unseen = 0
  let isWhole = true
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
    isWhole &&= chunk.every((group) => !isNamed(group) || found.some((one) => one.group === group))
    const counts = await store(context, look, found, await readBeside(calls, found, look))
    for (const name of Object.keys(total) as (keyof PaymentCounts)[]) total[name] += counts[name]
  }
  const wasSeen = concerned.some(({ documents }) => documents.some(({ stored }) => stored !== null))
  if (wasSeen && unseen === concerned.length)
    throw new SyncFailure('rejected', say('payments.noneSeen', { count: unseen }))
  if (isWhole) await saveSeen(context, look, look.seenTo === undefined ? lastIdOf(open) : lastIdOf(since, look.seenTo))
  return total.imported + total.changed + total.removed === 0
    ? { outcome: 'unchanged', sentence: say('payments.nothingNew', { unseen }) }
    : { outcome: 'done', sentence: say('payments.done', { ...total, unseen }) }
}

const itemsOf = (rows: Parameters<typeof itemOf>[0][], { companyCurrency }: Look): Item[] =>
  rows.flatMap((row) => itemOf(row, companyCurrency) ?? [])

async function saveSeen(context: TaskContext, { entry, companyId, seenTo }: Look, rowId: number): Promise<void> {
  if (rowId !== seenTo) await context.inLane((tx) => saveFacts(tx, entry, { seen: { companyId, rowId } }))
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
