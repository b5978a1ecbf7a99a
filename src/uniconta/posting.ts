// A document on its way into the books, as the API shows it, and what a person may choose about it.
import { z } from 'zod'
import { coupledSeriesKinds, NumberSeriesChange } from '../company/company.ts'
import { invoiceKinds } from '../invoices/invoice.ts'
import { Day } from '../lib/dates.ts'
import { optionalText, requiredText, Version } from '../lib/fields.ts'
import { recordStates, SyncBadge } from '../sync/record-state.ts'
import { postingSteps, settledHows } from './posting-steps.ts'
import { firstDocumentChoices } from './settings.ts'

const longestReason = 500
const reason = requiredText(longestReason)
const noReasonNeeded = optionalText(longestReason)
const TheirNumber = z.number().int().min(1).max(2_147_483_647)

/** The writing steps of the first document that are shown before they are made. */
export const shownBefore = ['order', 'post'] as const
const Written = z.array(z.object({ field: z.string(), value: z.string() }))
export const ShownStep = z
  .object({
    before: z.enum(shownBefore),
    /** A person has seen it and let it go. */
    isLetGo: z.boolean(),
    /** Field by field as it goes over the wire. */
    header: Written,
    lines: z.array(Written),
  })
  .meta({ id: 'ShownStep' })
export type ShownStep = z.infer<typeof ShownStep>

/** What only writing shows. Until a fact is known the worse case is taken. */
export const knownFacts = [
  'posts-by-order-number',
  'own-order-number',
  'order-with-lines-in-one-call',
  'order-goes',
  'reference-is-kept',
  'reference-filters',
  'no-costs',
  'credit-notes-share-series',
] as const
export type KnownFact = (typeof knownFacts)[number]
/** `by`: the number of the document that showed it. */
export const Known = z.partialRecord(
  z.enum(knownFacts),
  z.object({ value: z.boolean(), at: z.iso.datetime(), by: z.string() }),
)
export type Known = z.infer<typeof Known>

export const KnownOfCompany = z
  .object({ company: z.string(), firstDocument: z.enum(firstDocumentChoices), known: Known })
  .meta({ id: 'KnownOfCompany' })
export type KnownOfCompany = z.infer<typeof KnownOfCompany>

/** What each does stands in docs/posting.md. */
export const PostingChoice = z.union([
  /** Nothing changes; it is looked again now. */
  z.strictObject({ choice: z.literal('wait'), reason: noReasonNeeded }),
  /** The series was set right there. */
  z.strictObject({ choice: z.literal('series-corrected'), reason: noReasonNeeded }),
  /** The number that the other side gives, or gave, stands. */
  z.strictObject({ choice: z.literal('booked-under-another-number'), reason }),
  /** Amounts differ, and that is accepted; above 0.05 only with a reason. */
  z.strictObject({ choice: z.literal('accept-difference'), reason: noReasonNeeded }),
  z.strictObject({
    choice: z.literal('mark-as-transferred'),
    /** The document there that is this one. */
    number: TheirNumber,
    /** What differs was seen, and is it all the same. */
    acceptDifferences: z.boolean().default(false),
    reason,
  }),
  /** A person looked there: it is not booked. */
  z.strictObject({ choice: z.literal('send-again'), reason }),
  /** The step of the first document that was shown may be made. Names it, so that a repeat lets no other one go. */
  z.strictObject({ choice: z.literal('go-on'), before: z.enum(shownBefore), reason: noReasonNeeded }),
  z.strictObject({
    choice: z.literal('posting-date'),
    day: Day,
    /** The day lies before the document's own, and that is meant. */
    beforeItsDay: z.boolean().default(false),
    reason,
  }),
  /** The series there is new and has no document yet. */
  z.strictObject({ choice: z.literal('confirm-empty-series'), reason: noReasonNeeded }),
])
export type PostingChoice = z.infer<typeof PostingChoice>

/** Of many documents at once only that the numbers there stand: everything else is looked at one by one. */
export const ChoiceForMany = z.strictObject({
  choice: z.literal('booked-under-another-number'),
  ids: z.array(z.uuid()).min(1).max(1_000),
  reason,
})
export type ChoiceForMany = z.infer<typeof ChoiceForMany>
export type ChoiceName = PostingChoice['choice']
export const choiceNames = PostingChoice.options.map(({ shape }) => shape.choice.value) as [ChoiceName, ...ChoiceName[]]

const amount = z.string()
const Difference = z.object({ field: z.string(), here: z.string(), there: z.string() })

/** The document as it stands there. */
export const TheirDocument = z
  .object({
    number: z.number().int(),
    rowId: z.string().nullable(),
    voucher: z.string().nullable(),
    journalId: z.string().nullable(),
    net: amount.nullable(),
    vat: amount.nullable(),
    gross: amount.nullable(),
    dueOn: z.string().nullable(),
    exchangeRate: z.string().nullable(),
    companyAmount: amount.nullable(),
  })
  .meta({ id: 'TheirDocument' })
export type TheirDocument = z.infer<typeof TheirDocument>

export const PostingRow = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: z.enum(invoiceKinds),
    customerName: z.string(),
    invoicedOn: z.string(),
    currency: z.string(),
    gross: amount,
    /** Null until its first try. */
    step: z.enum(postingSteps).nullable(),
    how: z.enum(settledHows).nullable(),
    theirNumber: z.number().int().nullable(),
    voucher: z.string().nullable(),
    /** What a person said of it last, and who. */
    reason: z.string().nullable(),
    saidBy: z.string().nullable(),
    sync: SyncBadge,
  })
  .meta({ id: 'PostingRow' })
export type PostingRow = z.infer<typeof PostingRow>

export const PostingList = z.object({
  items: z.array(PostingRow),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  /** How many there are in each state, whatever state is asked for. */
  counts: z.array(z.object({ state: z.enum(recordStates), count: z.number().int() })),
})

export const PostingOrderShown = z.object({
  number: z.number().int(),
  madeAt: z.iso.datetime(),
  /** 'posted': its one post was called; 'gone': never made, posted, or deleted. */
  fate: z.enum(['made', 'posted', 'gone']),
})

export const PostingDetail = PostingRow.extend({
  net: amount,
  vat: amount,
  dueOn: z.string(),
  orders: z.array(PostingOrderShown),
  /** When nothing of the attempt can arrive any more; null when nothing is under way. */
  waitEndsAt: z.iso.datetime().nullable(),
  /** The day for the books that a person gave, when it is not the document's own. */
  postingOn: z.string().nullable(),
  settledAt: z.iso.datetime().nullable(),
  there: TheirDocument.nullable(),
  differences: z.array(Difference),
  /** What is written next, where it waits to be seen by a person. */
  shownStep: ShownStep.nullable(),
  choices: z.array(z.object({ choice: z.enum(choiceNames), needsReason: z.boolean() })),
}).meta({ id: 'PostingDetail' })
export type PostingDetail = z.infer<typeof PostingDetail>

/** A document there, beside ours. */
export const FoundThere = z
  .object({ there: TheirDocument, account: z.string(), differences: z.array(Difference) })
  .meta({ id: 'FoundThere' })
export type FoundThere = z.infer<typeof FoundThere>

/** A series here and the one there side by side. */
export const SeriesStanding = z
  .object({
    series: z.enum(coupledSeriesKinds),
    /** The next number here, as a number and as it is written. */
    ours: z.object({ next: z.number().int(), number: z.string(), version: Version }),
    theirs: z.object({ serie: z.string().nullable(), next: z.number().int().nullable() }),
    /** The number that has to come next there; null while it is not known. */
    expected: z.number().int().nullable(),
    /** The document of ours that is under way: until it is settled nobody knows what comes next. */
    underWay: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    /** Finalized documents that wait. */
    waiting: z.number().int(),
    foreign: z.array(
      z.object({
        number: z.number().int(),
        account: z.string(),
        name: z.string(),
        day: z.string().nullable(),
        gross: z.string().nullable(),
        /** Our document whose reference it carries, when somebody copied one. */
        copyOf: z.string().nullable(),
      }),
    ),
    mayContinue: z.boolean(),
  })
  .meta({ id: 'SeriesStanding' })
export type SeriesStanding = z.infer<typeof SeriesStanding>

export const SeriesStandings = z.object({ items: z.array(SeriesStanding) }).meta({ id: 'SeriesStandings' })

export const ContinueFrom = z.strictObject({
  series: z.enum(coupledSeriesKinds).default('invoice'),
  next: TheirNumber,
  version: Version,
  reason,
})
export type ContinueFrom = z.infer<typeof ContinueFrom>

const Serie = z.string().trim().min(1).max(20)

/** Which series credit notes take here, and what is known of it there. */
export const CreditNoteNumbers = z
  .object({
    series: z.enum(coupledSeriesKinds),
    /** What the last credit note showed; null until one was posted. `by`: its number. */
    shares: z.object({ value: z.boolean(), at: z.iso.datetime(), by: z.string() }).nullable(),
    /** The series there that gives them numbers of their own; null: nobody has said, and no document has shown it. */
    serie: z.string().nullable(),
    /** What it gives next; null where that cannot be read. */
    next: z.number().int().nullable(),
    /** How our number would be written then. */
    number: z.string().nullable(),
    prefix: z.string(),
    /** Finalized documents that are not booked there: while there are any, nothing is changed. */
    waiting: z.number().int(),
    version: Version,
  })
  .meta({ id: 'CreditNoteNumbers' })
export type CreditNoteNumbers = z.infer<typeof CreditNoteNumbers>

export const ChangeCreditNoteNumbers = z.union([
  z.strictObject({
    series: z.literal('credit-note'),
    serie: Serie,
    /** As it was read there: another one by now is refused. */
    next: TheirNumber,
    prefix: NumberSeriesChange.shape.prefix,
    version: Version,
    reason,
  }),
  z.strictObject({ series: z.literal('invoice'), version: Version, reason }),
])
export type ChangeCreditNoteNumbers = z.infer<typeof ChangeCreditNoteNumbers>
