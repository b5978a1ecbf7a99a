// What Company > Import expenses shows and takes. Pure.
import { z } from 'zod'
import { Day } from '../lib/dates.ts'

const Count = z.number().int()
export const ImportRunShown = z
  .object({
    id: z.uuid(),
    kind: z.enum(['import', 'review']),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    rows: Count,
    imported: Count,
    changed: Count,
    removed: Count,
    skipped: Count,
    flagged: Count,
    calls: Count,
  })
  .meta({ id: 'ExpenseImportRun' })
export type ImportRunShown = z.infer<typeof ImportRunShown>

export const ImportStanding = z
  .object({
    isOn: z.boolean(),
    series: z.string().nullable(),
    accounts: z.string(),
    /** What a person typed, and where runs have moved it to (UC-78). */
    floor: Day.nullable(),
    movedTo: Day.nullable(),
    nextAt: z.iso.datetime().nullable(),
    /** A run waits or goes on. */
    isRunning: z.boolean(),
    /** Why the last try did not work out; null when it did. */
    trouble: z.string().nullable(),
    skipped: Count,
    flagged: Count,
    /** Projects there whose rows a person gave a project here. */
    links: z.array(
      z.object({ number: z.string(), projectId: z.uuid(), projectNumber: z.string(), projectName: z.string() }),
    ),
    runs: z.array(ImportRunShown),
  })
  .meta({ id: 'ExpenseImport' })
export type ImportStanding = z.infer<typeof ImportStanding>

/** A ledger row on one side. Amounts are decimal text. */
const Side = z.object({
  project: z.string(),
  date: z.string(),
  text: z.string(),
  amount: z.string(),
  currency: z.string(),
  companyAmount: z.string(),
})
export type Side = z.infer<typeof Side>

export const LedgerRowShown = z
  .object({
    /** Journal, voucher, line and account, which name it there for ever. */
    key: z.string(),
    account: z.string(),
    voucher: Count,
    journalId: Count,
    supplier: z.string().nullable(),
    there: Side.nullable(),
    here: Side.nullable(),
    expenseId: z.uuid().nullable(),
    /** Null where nothing can be taken over: the expense is billed. */
    mayTake: z.boolean(),
    /** It waits for a project of that number. */
    mayMake: z.boolean(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'LedgerRow' })
export type LedgerRowShown = z.infer<typeof LedgerRowShown>

/** keep: the expense stays as it is here. take: it becomes what stands there. */
export const RowChoice = z.strictObject({ key: z.string().max(100), choice: z.enum(['keep', 'take']) })

/** `projectId` null takes the choice back; what came in by it stays. */
export const ProjectLink = z.strictObject({ number: z.string().trim().min(1).max(40), projectId: z.uuid().nullable() })

export const CompletenessQuery = z.strictObject({ from: Day, to: Day })
const Sum = z.object({ count: Count, sum: z.string() })
export const differenceKinds = ['not-here', 'not-there', 'altered', 'edited'] as const
export const Completeness = z
  .object({
    readAt: z.iso.datetime(),
    currency: z.string(),
    days: z.array(
      z.object({ series: z.string(), account: z.string(), date: Day, there: Sum, here: Sum, isSame: z.boolean() }),
    ),
    differences: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(differenceKinds),
        account: z.string(),
        voucher: Count,
        there: Side.nullable(),
        here: Side.nullable(),
        expenseId: z.uuid().nullable(),
        /** Why it did not come in, where that is known. */
        reason: z.string().nullable(),
        fields: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ExpenseCompleteness' })
export type Completeness = z.infer<typeof Completeness>
