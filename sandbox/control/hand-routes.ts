// The accountant's work over HTTP: POST .../by-hand/{what}/{company}. Answers the row that was written.
import { z } from 'zod'
import type { Sandbox } from '../sandbox.ts'

const Properties = z.record(z.string(), z.unknown())
const day = z.iso.date()

const Line = z.object({
  Account: z.string(),
  Amount: z.number(),
  Project: z.string().optional(),
  PrCategory: z.string().optional(),
  Creditor: z.string().optional(),
  Text: z.string().optional(),
  Vat: z.string().optional(),
  Qty: z.number().optional(),
  Dimension1: z.string().optional(),
  Dimension2: z.string().optional(),
})

const Journal = z.object({
  Serie: z.string().optional(),
  Date: day.optional(),
  Text: z.string().optional(),
  Lines: z.array(Line).optional(),
})

const Bill = z.object({
  Creditor: z.string(),
  Name: z.string().optional(),
  Amount: z.number().optional(),
  Project: z.string().optional(),
  PrCategory: z.string().optional(),
  Account: z.string().optional(),
  Lines: z.array(Line).optional(),
  Serie: z.string().optional(),
  Date: day.optional(),
  Text: z.string().optional(),
  Scan: z.union([z.boolean(), z.base64()]).optional(),
})

const Reminder = z.object({
  Account: z.string(),
  Amount: z.number().optional(),
  Serie: z.string().optional(),
  Date: day.optional(),
})

const Payment = z.object({
  InvoiceNumber: z.int().optional(),
  InvoiceNumbers: z.array(z.int()).optional(),
  Amount: z.number().optional(),
  Account: z.string().optional(),
  Date: day.optional(),
  Rate: z.number().positive().optional(),
  Text: z.string().optional(),
})
const SetOff = z.object({ InvoiceNumber: z.int(), CreditNumber: z.int() })
const JournalNumber = z.object({ JournalPostedId: z.int() })
const Period = z.object({ Date: day, Year: z.boolean().default(false), Open: z.boolean().default(false) })

/** Undefined when there is no such work. */
export function workByHand(sandbox: Sandbox, what: string, company: number, body: unknown): Response | undefined {
  switch (what) {
    case 'post':
      return Response.json(sandbox.postByHand(company, Properties.parse(body)))
    case 'credit':
      return Response.json(sandbox.creditByHand(company, Properties.parse(body)))
    case 'book':
      return Response.json(sandbox.bookByHand(company, Journal.parse(body)))
    case 'bill':
      return Response.json(sandbox.billByHand(company, Bill.parse(body)))
    case 'reverse':
      return Response.json(sandbox.reverseByHand(company, JournalNumber.parse(body).JournalPostedId))
    case 'remind':
      return Response.json(sandbox.remindByHand(company, Reminder.parse(body)))
    case 'pay':
      return Response.json(sandbox.payByHand(company, Payment.parse(body)))
    case 'set-off':
      return Response.json(sandbox.setOffByHand(company, SetOff.parse(body)))
    case 'unbook':
      return Response.json(sandbox.unbookByHand(company, JournalNumber.parse(body).JournalPostedId))
    case 'period':
      return Response.json(sandbox.setPeriod(company, Period.parse(body)))
    default:
      return undefined
  }
}
