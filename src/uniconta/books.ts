// After a restore both sides are compared: what stands in the books there, what is known of it here, and what becomes of each.
import { z } from 'zod'
import { coupledSeriesKinds } from '../company/company.ts'
import { optionalText } from '../lib/fields.ts'
import { RestoreStatus } from '../sync/log-entry.ts'

/** 'waiting': for the end of the wait; 'reading': it is looked now; 'listed': a person decides; 'finishing': what was decided is carried out. */
export const booksSteps = ['waiting', 'reading', 'listed', 'finishing', 'finished'] as const
export type BooksStep = (typeof booksSteps)[number]

/**
 * 'uncertain': finalized here, and known there; the posting settles it. 'draft': a draft here, which becomes that document.
 * 'comes-in': ours, and not known here; comes in as a locked record. 'open': ours, and something keeps it from coming in.
 * 'foreign': nothing here explains it.
 */
export const bookKinds = ['uncertain', 'draft', 'comes-in', 'open', 'foreign'] as const
export type BookKind = (typeof bookKinds)[number]

/** Of these a person says what they are. */
export const kindsToDecide: readonly BookKind[] = ['open', 'foreign']

const StoredSentence = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
const Difference = z.object({ field: z.string(), here: z.string(), there: z.string() })

const bookRow = {
  /** Names the row there. */
  key: z.string(),
  number: z.number().int(),
  kind: z.enum(bookKinds),
  reference: z.string(),
  account: z.string(),
  customerName: z.string(),
  project: z.string(),
  invoicedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  currency: z.string(),
  net: z.string().nullable(),
  vat: z.string().nullable(),
  gross: z.string().nullable(),
  /** Our document or draft. */
  here: z.object({ id: z.uuid(), number: z.string().nullable(), gross: z.string() }).nullable(),
  differences: z.array(Difference),
}
const FoundRow = z.object({
  ...bookRow,
  /** The one here that it belongs to. */
  series: z.enum(coupledSeriesKinds),
  customerId: z.string().nullable(),
  projectId: z.string().nullable(),
  why: StoredSentence.nullable(),
})
export type FoundRow = z.infer<typeof FoundRow>

/** An order of ours there that nobody here made, or of a document that is not settled. `invoiceId`: the document that takes it. */
export type FoundOrder = { orderNumber: number; reference: string; account: string; invoiceId: string | null }

/** What a look that counted has shown. */
export type FoundBooks = {
  rows: FoundRow[]
  orders: FoundOrder[]
  /** Documents that stand on both sides alike. */
  matched: number
  /** Finalized here and not settled. */
  unsettled: number
  /** The highest number there, and the next one; null while they are not shown. */
  highest: number
  next: number | null
  /** The same of the credit notes' own series, where there is one here. */
  creditNotes?: { highest: number; next: number | null }
}

const decided = { key: z.string(), reason: optionalText(500) }
export const BookDecision = z.union([
  z.strictObject({ choice: z.literal('draft'), draftId: z.uuid(), ...decided }),
  z.strictObject({ choice: z.literal('none'), ...decided }),
  z.strictObject({ choice: z.literal('undecided'), ...decided }),
])
export type BookDecision = z.infer<typeof BookDecision>

export const Decision = z.object({
  choice: z.enum(['draft', 'none']),
  draftId: z.uuid().nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Decision = z.infer<typeof Decision>

export const BookRow = z
  .object({ ...bookRow, why: z.string().nullable(), decision: Decision.nullable() })
  .meta({ id: 'BookRow' })
export type BookRow = z.infer<typeof BookRow>

export const BooksComparison = z
  .object({
    /** Null while no restore is open. */
    restored: RestoreStatus.nullable(),
    step: z.enum(booksSteps),
    /** When no call from before the restore can arrive any more. */
    waitEndsAt: z.iso.datetime().nullable(),
    isWaitOver: z.boolean(),
    hurriedBy: z.string().nullable(),
    lookedAt: z.iso.datetime().nullable(),
    /** How the task stands: why it could not look yet, what it does. */
    task: z.object({ text: z.string(), isTrouble: z.boolean(), nextTryAt: z.iso.datetime().nullable() }).nullable(),
    /** An empty answer proves nothing, unless a person says that the series there is new and empty. */
    mayBeEmpty: z.boolean(),
    matched: z.number().int(),
    unsettled: z.number().int(),
    rows: z.array(BookRow),
    orders: z.array(z.object({ orderNumber: z.number().int(), account: z.string(), isOfDocument: z.boolean() })),
    series: z.object({
      here: z.string(),
      hereLocal: z.string(),
      /** Null while credit notes share the series of invoices. */
      creditNotes: z
        .object({ here: z.string(), highestThere: z.number().int().nullable(), nextThere: z.number().int().nullable() })
        .nullable(),
      highestThere: z.number().int().nullable(),
      nextThere: z.number().int().nullable(),
    }),
    /** Drafts that a document there may be matched with. */
    drafts: z.array(z.object({ id: z.uuid(), label: z.string(), currency: z.string(), gross: z.string() })),
    toDecide: z.number().int(),
    /** Of the last comparison, what it came to. */
    result: z.array(z.string()),
  })
  .meta({ id: 'BooksComparison' })
export type BooksComparison = z.infer<typeof BooksComparison>

export const LookAtBooks = z.strictObject({
  /** Looks although calls from before the restore may still arrive. */
  sooner: z.boolean().default(false),
  /** The series there is new and has no document yet. */
  seriesIsEmpty: z.boolean().default(false),
})

export const FinishComparison = z.strictObject({
  /** The highest numbers that were given to customers, although they were not booked; as they are written. Null: none. */
  givenOut: optionalText(40),
  givenOutLocal: optionalText(40),
  givenOutCreditNotes: optionalText(40),
})
/** The serials of what was given out, by series. */
export type GivenOut = Record<'givenOut' | 'givenOutLocal' | 'givenOutCreditNotes', number | null>
export type FinishComparison = z.infer<typeof FinishComparison>
