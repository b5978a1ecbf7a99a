// What is sent to make and change drafts, and what is answered.
import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { Version } from '../lib/fields.ts'
import { Amount } from '../lib/money.ts'
import { Invoice, InvoiceLine, invoiceKinds, LineInput, sourceKinds } from './invoice.ts'

const what = { projectId: z.uuid(), priceModelId: z.uuid().nullable().default(null) }

export const NewDraft = z.strictObject({
  ...what,
  /** Made by the caller: sent twice with the same key, it is one draft. It becomes the draft's id. */
  key: z.uuid().optional(),
  kind: z.enum(invoiceKinds).default('invoice'),
  /** Takes what is approved and unbilled up to this day. Null: an empty draft. */
  until: Day.nullable().default(null),
  /** The last invoice of the model: the agreed price or the hours, less what was billed on account. */
  settlement: z.boolean().default(false),
  /** A part invoice of this net amount, in the document's currency, instead of sources. */
  onAccountAmount: Amount.nullable().default(null),
  /** Price of one unit of the document's currency in the company's; null: the one that was used last. */
  exchangeRate: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
})
export type NewDraft = z.infer<typeof NewDraft>

export const mostNewDrafts = 200

export const NewDrafts = z.strictObject({
  rows: z.array(z.strictObject(what)).min(1).max(mostNewDrafts),
  until: Day,
})

/** Row by row, in the order asked: the draft, or why there is none. */
export const NewDraftsAnswer = z
  .object({
    items: z.array(
      z.object({
        projectId: z.uuid(),
        priceModelId: z.uuid().nullable(),
        draftId: z.uuid().nullable(),
        net: z.string().nullable(),
        currency: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'NewDraftsAnswer' })
export type NewDraftsAnswer = z.infer<typeof NewDraftsAnswer>

/** `position`: before which line it goes, counted from 0; left out: at the end. */
export const NewLineInput = z.strictObject({
  ...LineInput.shape,
  version: Version,
  position: z.number().int().min(0).max(100_000).optional(),
})
export const LineChange = z.strictObject({ ...LineInput.shape, version: Version })
export const LineOrder = z.strictObject({ version: Version, lineIds: z.array(z.uuid()).max(20_000) })
export const DraftVersion = z.strictObject({ version: Version })

/** Takes single sources off a line; they are open again. */
export const SourceRemoval = z.strictObject({ version: Version, sourceIds: z.array(z.uuid()).min(1).max(20_000) })

/** A source of a line, with the price at which it went in. */
export const LineSource = z
  .object({
    kind: z.enum(sourceKinds),
    id: z.uuid(),
    on: z.string(),
    who: z.string().nullable(),
    activity: z.string().nullable(),
    text: z.string().nullable(),
    minutes: z.number().int().nullable(),
    rate: z.string().nullable(),
    amount: z.string(),
  })
  .meta({ id: 'LineSource' })
export type LineSource = z.infer<typeof LineSource>

/** What a refresh did: counts of sources, and lines that it left alone although their sources changed. */
export const RefreshAnswer = z
  .object({
    draft: Invoice,
    added: z.number().int(),
    removed: z.number().int(),
    repriced: z.number().int(),
    kept: z.array(InvoiceLine.pick({ id: true, position: true, text: true })),
    /** What happened, in sentences. */
    changes: z.array(z.string()),
  })
  .meta({ id: 'RefreshAnswer' })
