import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Actor, type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { approveDraft, withdrawApproval } from './approve-draft.ts'
import { changeDraft, deleteDraft } from './change-draft.ts'
import { addLine, changeLine, orderLines, removeLine, removeSources } from './change-lines.ts'
import {
  DraftVersion,
  LineChange,
  LineOrder,
  LineSource,
  NewDraft,
  NewDrafts,
  NewDraftsAnswer,
  NewLineInput,
  RefreshAnswer,
  SourceRemoval,
} from './draft.ts'
import { DraftChange, Invoice, type LineInput } from './invoice.ts'
import { listLineSources } from './list-line-sources.ts'
import { makeDraft } from './make-draft.ts'
import { refreshDraft } from './refresh-draft.ts'
import { getInvoice } from './show-invoice.ts'

const tag = 'Drafts'
const permission = 'change drafts'
const LineParams = z.object({ id: z.uuid(), lineId: z.uuid() })

export function mountDraftRoutes(api: Api, db: Db, now: Clock): void {
  const show = (id: string, language: Language) => getInvoice(db, id, { phrase: api.phrase, language, now: now() })
  const workOf = (actor: Actor, id: string, version: number) => ({ actor, id, version, now: now() })

  endpoint(
    api,
    {
      method: 'post',
      path: '/drafts',
      permission,
      tag,
      summary: 'Makes a draft of what is unbilled, a part invoice, a settlement, or an empty one',
      body: NewDraft,
      answer: Invoice,
      status: 201,
    },
    async ({ body, actor, language }) => show(await makeDraft(db, actor, body, now()), language),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/drafts/bulk',
      permission,
      tag,
      summary: 'Makes drafts of many rows of To be invoiced, each for itself',
      body: NewDrafts,
      answer: NewDraftsAnswer,
    },
    async ({ body, actor, language }) => {
      const items: NewDraftsAnswer['items'] = []
      for (const row of body.rows)
        items.push({ ...row, ...(await makeOne({ ...row, until: body.until }, actor, language)) })
      return { items }
    },
  )

  /** Each row has its own transaction: what one cannot give does not keep the others. */
  async function makeOne(
    row: { projectId: string; priceModelId: string | null; until: string },
    actor: Actor,
    language: Language,
  ) {
    try {
      const draftId = await makeDraft(db, actor, NewDraft.parse(row), now())
      const { net, currency } = await show(draftId, language)
      return { draftId, net, currency, message: null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const sentence = error.fields[0]?.sentence ?? error.sentence
      return { draftId: null, net: null, currency: null, message: api.phrase(sentence, language) }
    }
  }

  endpoint(
    api,
    {
      method: 'put',
      path: '/drafts/{id}',
      permission,
      tag,
      summary: 'Changes what a draft says of itself; takes its approval away',
      params: IdParams,
      body: DraftChange,
      answer: Invoice,
    },
    async ({ params, body: { version, ...change }, actor, language }) => {
      await changeDraft(db, workOf(actor, params.id, version), change)
      return show(params.id, language)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/drafts/{id}',
      permission,
      tag,
      summary: 'Deletes a draft; its hours and expenses can be billed again',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteDraft(db, workOf(actor, params.id, query.version)),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/drafts/{id}/refresh',
      permission,
      tag,
      summary: 'Takes what has become billable, lets go what is not any more, prices anew',
      params: IdParams,
      body: DraftVersion,
      answer: RefreshAnswer,
    },
    async ({ params, body, actor, language }) => {
      const done = await refreshDraft(db, workOf(actor, params.id, body.version))
      const kept = done.kept.map(({ id, position, text }) => ({ id, position, text }))
      const changes = done.changes.map((sentence) => api.phrase(sentence, language))
      return { ...done, kept, changes, draft: await show(params.id, language) }
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/drafts/{id}/approve',
      permission: 'approve drafts',
      tag,
      summary: 'Approves a draft as it is now',
      params: IdParams,
      body: DraftVersion,
      answer: Invoice,
    },
    async ({ params, body, actor, language }) => {
      await approveDraft(db, workOf(actor, params.id, body.version))
      return show(params.id, language)
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/drafts/{id}/withdraw-approval',
      permission: 'approve drafts',
      tag,
      summary: 'Takes the approval of a draft away',
      params: IdParams,
      body: DraftVersion,
      answer: Invoice,
    },
    async ({ params, body, actor, language }) => {
      await withdrawApproval(db, workOf(actor, params.id, body.version))
      return show(params.id, language)
    },
  )
  mountLines()

  function mountLines(): void {
    endpoint(
      api,
      {
        method: 'post',
        path: '/drafts/{id}/lines',
        permission,
        tag,
        summary: 'Adds a line; without a product type a line of text',
        params: IdParams,
        body: NewLineInput,
        answer: Invoice,
        status: 201,
      },
      async ({ params, body, actor, language }) => {
        const { version, position, ...input } = body
        await addLine(db, workOf(actor, params.id, version), input satisfies LineInput, position)
        return show(params.id, language)
      },
    )
    endpoint(
      api,
      {
        method: 'put',
        path: '/drafts/{id}/lines/{lineId}',
        permission,
        tag,
        summary: 'Changes a line; an amount that differs from what its sources are worth needs a reason',
        params: LineParams,
        body: LineChange,
        answer: Invoice,
      },
      async ({ params, body: { version, ...input }, actor, language }) => {
        await changeLine(db, workOf(actor, params.id, version), params.lineId, input)
        return show(params.id, language)
      },
    )
    endpoint(
      api,
      {
        method: 'delete',
        path: '/drafts/{id}/lines/{lineId}',
        permission,
        tag,
        summary: 'Takes a line off; its sources can be billed again',
        params: LineParams,
        query: VersionQuery,
        answer: Invoice,
      },
      async ({ params, query, actor, language }) => {
        await removeLine(db, workOf(actor, params.id, query.version), params.lineId)
        return show(params.id, language)
      },
    )
    endpoint(
      api,
      {
        method: 'put',
        path: '/drafts/{id}/line-order',
        permission,
        tag,
        summary: 'Puts the lines into another order',
        params: IdParams,
        body: LineOrder,
        answer: Invoice,
      },
      async ({ params, body, actor, language }) => {
        await orderLines(db, workOf(actor, params.id, body.version), body.lineIds)
        return show(params.id, language)
      },
    )
    endpoint(
      api,
      {
        method: 'get',
        path: '/drafts/{id}/lines/{lineId}/sources',
        permission: 'view invoices',
        tag,
        summary: 'The hours, expenses and plan rows behind a line, of finalized documents too',
        params: LineParams,
        query: z.strictObject({
          page: listQuery.page,
          size: z.coerce.number().int().min(1).max(10_000).default(1_000),
        }),
        answer: pageOf(LineSource),
      },
      async ({ params, query }) => {
        const found = await listLineSources(db, { invoiceId: params.id, lineId: params.lineId, ...query })
        return { ...found, ...query }
      },
    )
    endpoint(
      api,
      {
        method: 'post',
        path: '/drafts/{id}/lines/{lineId}/sources/remove',
        permission,
        tag,
        summary: 'Takes single sources off a line; they can be billed again',
        params: LineParams,
        body: SourceRemoval,
        answer: Invoice,
      },
      async ({ params, body, actor, language }) => {
        await removeSources(db, workOf(actor, params.id, body.version), params.lineId, body.sourceIds)
        return show(params.id, language)
      },
    )
  }
}
