// A row changed there after its expense was billed or edited here: a person keeps the expense, or takes what stands there.
import { and, eq } from 'drizzle-orm'
import { getCompany } from '../company/company-store.ts'
import { lockImported } from '../expenses/imported-expense.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { takeThere } from './apply-rows.ts'
import type { ImportRules } from './import-rules.ts'
import { sameRow } from './import-store.ts'
import { ledgerRow } from './import-table.ts'
import { importTexts } from './import-texts.ts'

const say = sayFrom(importTexts)

export async function chooseRow(
  db: Db,
  rules: ImportRules,
  { key, choice }: { key: string; choice: 'keep' | 'take' },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [journalId, voucher, line, ...account] = key.split('/')
    const [row] = await tx
      .select()
      .from(ledgerRow)
      .where(
        and(
          eq(ledgerRow.companyId, rules.companyId),
          eq(ledgerRow.journalId, wholeNumber(journalId)),
          eq(ledgerRow.voucher, wholeNumber(voucher)),
          eq(ledgerRow.line, wholeNumber(line)),
          eq(ledgerRow.account, account.join('/')),
        ),
      )
      .for('update')
    if (row?.state !== 'flagged') throw new AppError('conflict', say('import.notFlagged'))
    if (choice === 'keep') {
      // Without what the import wrote, the next change there is a person's to judge again.
      const kept = row.goneAt ? { state: 'gone' as const, expenseId: null } : { state: 'imported' as const }
      await tx
        .update(ledgerRow)
        .set({ ...kept, written: null })
        .where(sameRow(row))
      return
    }
    const { currency: companyCurrency } = await getCompany(tx)
    const expense = row.expenseId ? (await lockImported(tx, [row.expenseId])).get(row.expenseId) : undefined
    if (expense && expense.billing !== 'open') throw new AppError('conflict', say('import.isBilled'))
    await takeThere(tx, { rules, companyCurrency, now }, row)
  })
}

const wholeNumber = (text: string | undefined) => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 2_147_483_647)
    throw new AppError('conflict', say('import.notFlagged'))
  return number
}
