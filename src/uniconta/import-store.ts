import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Day, dayIn } from '../lib/dates.ts'
import { newId } from '../lib/ids.ts'
import type { ImportRules } from './import-rules.ts'
import { expenseImport, expenseImportRun, type JournalSize, ledgerRow } from './import-table.ts'
import { keyText } from './ledger-facts.ts'
import { posting } from './posting-table.ts'
import { isKnownProject } from './project-alias.ts'

export type LedgerRecord = typeof ledgerRow.$inferSelect
export type ImportPlace = typeof expenseImport.$inferSelect
export type ImportRun = typeof expenseImportRun.$inferSelect
export type Counts = Pick<ImportRun, 'imported' | 'changed' | 'removed' | 'skipped' | 'flagged'>

export const noCounts = (): Counts => ({ imported: 0, changed: 0, removed: 0, skipped: 0, flagged: 0 })

export async function findPlace(db: Db | Tx, companyId: number): Promise<ImportPlace | undefined> {
  const [row] = await db.select().from(expenseImport).where(eq(expenseImport.companyId, companyId))
  return row
}

/** The place of these rules; another series or floor begins at its floor, and nothing that came in is forgotten. */
export async function openPlace(tx: Tx, rules: ImportRules): Promise<ImportPlace> {
  const fresh = {
    scope: rules.scope,
    accountFilter: rules.accountFilter,
    firstJournal: null,
    cursor: 0,
    tail: [],
    movedAt: null,
  }
  const found = await findPlace(tx, rules.companyId)
  if (found?.scope === rules.scope) return found
  await tx
    .insert(expenseImport)
    .values({ companyId: rules.companyId, ...fresh })
    .onConflictDoUpdate({ target: expenseImport.companyId, set: fresh })
  return { companyId: rules.companyId, ...fresh }
}

export async function updatePlace(tx: Tx, companyId: number, change: Partial<ImportPlace>): Promise<void> {
  await tx.update(expenseImport).set(change).where(eq(expenseImport.companyId, companyId))
}

const tailJournals = 20
/** Well within a page, so that a run that finds nothing costs one call. */
const tailRows = 500

/** The tail after these journals were read; one that was read again has the size that it has now. */
export function tailWith(tail: readonly JournalSize[], journals: Iterable<number>): JournalSize[] {
  const sizes = new Map<number, number>()
  for (const journalId of journals) sizes.set(journalId, (sizes.get(journalId) ?? 0) + 1)
  const kept = new Map([...tail, ...sizes])
  return [...kept].toSorted(([a], [b]) => a - b).slice(-tailJournals)
}

/** Where a run begins: the last journal, and those before it that one page takes beside it. */
export function lookBackFrom(tail: readonly JournalSize[], cursor: number): number {
  let from = cursor
  let rows = 0
  for (const [journalId, size] of tail.toReversed()) {
    rows += size
    if (rows > tailRows) break
    from = journalId
  }
  return from
}

/** The run of a kind that was begun and not ended, of these rules. */
export async function findOpenRun(
  db: Db | Tx,
  kind: ImportRun['kind'],
  rules: ImportRules,
): Promise<ImportRun | undefined> {
  const [row] = await db
    .select()
    .from(expenseImportRun)
    .where(
      and(
        eq(expenseImportRun.kind, kind),
        isNull(expenseImportRun.finishedAt),
        eq(expenseImportRun.scope, rules.scope),
        eq(expenseImportRun.companyId, rules.companyId),
      ),
    )
  return row
}

export async function beginRun(
  tx: Tx,
  kind: ImportRun['kind'],
  rules: ImportRules,
  next: number,
  now: Date,
): Promise<ImportRun> {
  // What another series or company left under way is over.
  await tx
    .update(expenseImportRun)
    .set({ finishedAt: now })
    .where(and(eq(expenseImportRun.kind, kind), isNull(expenseImportRun.finishedAt)))
  const { companyId, scope } = rules
  const [row] = await tx
    .insert(expenseImportRun)
    .values({ id: newId(now), companyId, scope, kind, startedAt: now, next })
    .returning()
  return row as ImportRun
}

export async function advanceRun(
  tx: Tx,
  id: string,
  more: Counts & { rows: number; calls: number },
  change: { next?: number; finishedAt?: Date },
): Promise<void> {
  await tx.execute(sql`
    update uniconta_import_run set rows = rows + ${more.rows}, imported = imported + ${more.imported},
           changed = changed + ${more.changed}, removed = removed + ${more.removed}, skipped = skipped + ${more.skipped},
           flagged = flagged + ${more.flagged}, calls = calls + ${more.calls},
           next = coalesce(${change.next ?? null}, next), finished_at = ${change.finishedAt?.toISOString() ?? null}
     where id = ${id}`)
}

export async function knownOfJournals(
  db: Db | Tx,
  companyId: number,
  journals: readonly number[],
): Promise<Map<string, LedgerRecord>> {
  if (journals.length === 0) return new Map()
  const rows = await db
    .select()
    .from(ledgerRow)
    .where(and(eq(ledgerRow.companyId, companyId), inArray(ledgerRow.journalId, [...journals])))
  return new Map(rows.map((row) => [keyText(row), row]))
}

/** What stands there as far as is known, from a journal on: the control of a look. */
export async function countKnownFrom(db: Db | Tx, rules: ImportRules, journalId: number): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from uniconta_ledger_row
     where company_id = ${rules.companyId} and series = ${rules.series} and journal_id >= ${journalId} and gone_at is null`)
  return rows[0]?.count ?? 0
}

/** Those of the journals that a document from here was posted with. Never judged by an invoice number: a bill may carry the same. */
export async function ownJournals(db: Db | Tx, journals: readonly number[]): Promise<Set<number>> {
  if (journals.length === 0) return new Set()
  const rows = await db
    .select({ journalId: posting.journalId })
    .from(posting)
    .where(inArray(posting.journalId, journals.map(String)))
  return new Set(rows.map((row) => Number(row.journalId)))
}

/** Skipped rows that may come in now: their project appeared, or the filter is another one. */
export async function listReady(tx: Tx, rules: ImportRules, filterChanged: boolean): Promise<LedgerRecord[]> {
  return tx
    .select()
    .from(ledgerRow)
    .where(
      and(
        eq(ledgerRow.companyId, rules.companyId),
        eq(ledgerRow.series, rules.series),
        eq(ledgerRow.state, 'skipped'),
        filterChanged
          ? inArray(ledgerRow.reason, ['project', 'account'])
          : sql`${ledgerRow.reason} = 'project' and ${isKnownProject(rules.companyId, ledgerRow.projectKey)}`,
      ),
    )
}

/** Rows that came in before it was known that a document from here had caused them. */
export async function listTurnedOurs(tx: Tx, companyId: number): Promise<LedgerRecord[]> {
  return tx
    .select()
    .from(ledgerRow)
    .where(
      and(
        eq(ledgerRow.companyId, companyId),
        inArray(ledgerRow.state, ['imported', 'skipped']),
        sql`exists (select 1 from ${posting} o where o.journal_id = ${ledgerRow.journalId}::text)`,
      ),
    )
}

export const sameRow = (row: LedgerRecord) =>
  and(
    eq(ledgerRow.companyId, row.companyId),
    eq(ledgerRow.journalId, row.journalId),
    eq(ledgerRow.voucher, row.voucher),
    eq(ledgerRow.line, row.line),
    eq(ledgerRow.account, row.account),
  )

/** What the dialog shows as the start date: moved by runs, never before what a person typed. */
export function shownStart(place: ImportPlace | undefined, floor: Day, timeZone: string): Day {
  const moved = place?.movedAt ? dayIn(timeZone, place.movedAt) : floor
  return moved > floor ? moved : floor
}
