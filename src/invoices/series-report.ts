import { z } from 'zod'
import { invoiceSeries } from './invoice.ts'

const NumberRange = z.object({ from: z.string(), to: z.string(), count: z.number().int() })

/** Whether the numbers of a series follow each other; the tax authorities may ask for it. */
export const SeriesReport = z
  .object({
    series: z.enum(invoiceSeries),
    documents: z.number().int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    next: z.string(),
    /** Numbers between the first and the last that no document has. */
    missing: z.array(NumberRange),
    /** Numbers that the next document will leave out, since somebody moved the series. */
    ahead: NumberRange.nullable(),
    /** Documents dated before the one whose number precedes theirs. */
    outOfOrder: z.array(
      z.object({ number: z.string(), invoicedOn: z.string(), after: z.string(), afterOn: z.string() }),
    ),
  })
  .meta({ id: 'SeriesReport' })
export type SeriesReport = z.infer<typeof SeriesReport>
