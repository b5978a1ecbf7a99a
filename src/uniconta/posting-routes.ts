// Company > Export invoices: documents on their way, what a person may choose about one, and the series on both sides.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Db } from '../lib/database/database.ts'
import { IdParams, oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint, listQuery } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { recordStates } from '../sync/record-state.ts'
import { SentAgain, sendAgain } from '../sync/send-again.ts'
import { choiceTexts } from './choice-texts.ts'
import { changeCreditNoteNumbers, showCreditNoteNumbers } from './credit-note-numbers.ts'
import { findThere, type Tools } from './look-for-person.ts'
import {
  ChangeCreditNoteNumbers,
  ChoiceForMany,
  ContinueFrom,
  CreditNoteNumbers,
  FoundThere,
  KnownOfCompany,
  PostingChoice,
  PostingDetail,
  PostingList,
  SeriesStandings,
} from './posting.ts'
import { choose, chooseForMany, mustHaveConnection } from './posting-choices.ts'
import { continueFrom, readSeriesStandings } from './posting-series.ts'
import { mustFindDocument } from './posting-situation.ts'
import { getPosting, listPostings } from './show-posting.ts'
import type { Uniconta } from './uniconta.ts'

const say = sayFrom(choiceTexts)
const tag = 'Export invoices'

export function mountPostingRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  const tools: Tools = { ...uniconta, db, now }

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings',
      permission: 'view the log',
      tag,
      summary: 'The documents that are to be booked, the newest first, with how many stand in each state',
      query: z.strictObject({ ...listQuery, state: oneOrMore(z.enum(recordStates)) }),
      answer: PostingList,
    },
    ({ query, language }) => listPostings(db, query, { phrase: api.phrase, language, now: now() }),
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/send-again',
      permission: 'send records again',
      tag,
      summary: 'Tries documents now, whatever they wait for',
      body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(1_000) }),
      answer: SentAgain,
    },
    async ({ body, language }) => {
      const { rows } = await db.execute<{ id: string; label: string }>(sql`
        select p.invoice_id as id, i.number as label from uniconta_posting p join invoice i on i.id = p.invoice_id
         where p.step = 'settled' and p.invoice_id = any(${sql.param(body.ids)}::uuid[])`)
      const settled = new Map(rows.map(({ id, label }) => [id, say('choice.isSettled', { label })]))
      const open = body.ids.filter((id) => !settled.has(id))
      const write = (sentence: ReturnType<typeof say>) => api.phrase(sentence, language)
      const sent = await sendAgain(db, invoicePost, open, now(), write)
      const there = [...settled].map(([id, sentence]) => ({ id, text: write(sentence) }))
      return { queued: sent.queued, refused: [...sent.refused, ...there] }
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/choose',
      permission: 'send records again',
      tag,
      summary: 'Takes one choice for many documents, from the lowest number on; those that do not offer it are told',
      body: ChoiceForMany,
      answer: SentAgain,
    },
    async ({ body, actor, language }) => {
      const { queued, refused } = await chooseForMany(tools, actor, body)
      return {
        queued,
        refused: refused.map(({ id, sentence }) => ({ id, text: api.phrase(sentence, language) })),
      }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings/series',
      permission: 'view the log',
      tag,
      summary: 'The number series here and there, read there now',
      answer: SeriesStandings,
    },
    async () => ({ items: await readSeriesStandings(tools, await mustHaveConnection(tools)) }),
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/series/continue',
      permission: 'send records again',
      tag,
      summary: 'Lets a series go on with a higher number, for documents to come; not while documents wait',
      body: ContinueFrom,
      answer: SeriesStandings,
    },
    async ({ body, actor }) => {
      const connection = await mustHaveConnection(tools)
      await continueFrom(tools, connection, actor, body)
      return { items: await readSeriesStandings(tools, connection) }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings/credit-notes',
      permission: 'view the log',
      tag,
      summary: 'Which series credit notes take here, and the one that they have there, read there now',
      query: z.strictObject({ serie: z.string().trim().min(1).max(20).optional() }),
      answer: CreditNoteNumbers,
    },
    ({ query }) => showCreditNoteNumbers(tools, query.serie),
  )

  endpoint(
    api,
    {
      method: 'put',
      path: '/postings/credit-notes',
      permission: 'change settings',
      tag,
      summary: 'Lets credit notes share the series of invoices, or gives them their own; not while documents wait',
      body: ChangeCreditNoteNumbers,
      answer: CreditNoteNumbers,
    },
    async ({ body, actor }) => {
      await changeCreditNoteNumbers(tools, actor, body)
      return showCreditNoteNumbers(tools)
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings/known',
      permission: 'view the log',
      tag,
      summary: 'What the documents posted so far showed of the company there, and how the first one goes',
      answer: KnownOfCompany,
    },
    async () => {
      const { settings, facts } = await mustHaveConnection(tools)
      return { company: settings.companyName, firstDocument: settings.firstDocument, known: facts.known }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings/{id}',
      permission: 'view the log',
      tag,
      summary: 'A document on its way: its step, its orders, what stands there, and what may be chosen now',
      params: IdParams,
      answer: PostingDetail,
    },
    ({ params, language }) => getPosting(db, tools, params.id, { phrase: api.phrase, language, now: now() }),
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings/{id}/there',
      permission: 'send records again',
      tag,
      summary: 'Reads a document there by its number and compares it with ours',
      params: IdParams,
      query: z.strictObject({ number: z.coerce.number().int().min(1).max(2_147_483_647) }),
      answer: FoundThere,
    },
    async ({ params, query }) => {
      const document = await mustFindDocument(db, params.id)
      return (await findThere(tools, await mustHaveConnection(tools), document, query.number)).shown
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/{id}/choose',
      permission: 'send records again',
      tag,
      summary: 'Takes a choice of those that the document offers',
      params: IdParams,
      body: PostingChoice,
      answer: PostingDetail,
    },
    async ({ params, body, actor, language }) => {
      await choose(tools, actor, params.id, body)
      return getPosting(db, tools, params.id, { phrase: api.phrase, language, now: now() })
    },
  )
}
