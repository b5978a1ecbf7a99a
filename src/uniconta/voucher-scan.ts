// The scan of the voucher behind an imported expense: fetched when somebody wants to see it, then kept as the expense's receipt.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { projectExpense } from '../expenses/expense-table.ts'
import { attachReceipt } from '../expenses/imported-expense.ts'
import { storeFile } from '../files/file-store.ts'
import { fileLimitBytes, fileTypeOf, type StoredFile } from '../files/stored-file.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { importer } from './import-rules.ts'
import { ledgerRow } from './import-table.ts'
import { importTexts } from './import-texts.ts'
import type { Calls } from './session.ts'

const say = sayFrom(importTexts)

/** What the ledger row refers to its voucher by; undefined where it has none, or the expense has a receipt. */
export async function findDocumentRef(
  db: Db,
  expenseId: string,
): Promise<{ documentRef: number; voucher: number } | undefined> {
  const [row] = await db
    .select({
      documentRef: sql<number | null>`(${ledgerRow.facts} ->> 'documentRef')::int`,
      voucher: ledgerRow.voucher,
    })
    .from(ledgerRow)
    .innerJoin(projectExpense, eq(projectExpense.id, ledgerRow.expenseId))
    .where(and(eq(ledgerRow.expenseId, expenseId), isNull(projectExpense.receiptId)))
  return row?.documentRef ? { ...row, documentRef: row.documentRef } : undefined
}

/** @throws not-found without a scan, conflict for one that is no file that we keep. */
export async function fetchScan(db: Db, calls: Calls, expenseId: string, now: Clock): Promise<StoredFile> {
  const found = await findDocumentRef(db, expenseId)
  const content = found && (await calls.document(found.documentRef))
  if (!content) throw new AppError('not-found', say('import.noScan'))
  const type = fileTypeOf(content)
  if (!type || content.byteLength > fileLimitBytes) throw new AppError('conflict', say('import.scanUnreadable'))
  return inTransaction(db, async (tx) => {
    const file = await storeFile(tx, { name: `${found.voucher}`, type, content, createdBy: importer.id }, now())
    await attachReceipt(tx, importer, { id: expenseId, file }, now())
    return file
  })
}
