// What a person may do about one record: link it, make it again, put our values back, give it another number; and the runs over all.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { renumberCustomer } from '../customers/save-customer.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { RecordNumber, Version } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { type Language, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { projectPushesByCustomer } from '../projects/project-store.ts'
import { renumberProject } from '../projects/save-project.ts'
import { findBadge, pushOf } from '../sync/badge-store.ts'
import { enqueue } from '../sync/enqueue.ts'
import { findLink, findLinkByKey, type Link, markInDoubt, saveLink } from '../sync/link-store.ts'
import { SyncBadge } from '../sync/record-state.ts'
import { checkTexts } from './check-texts.ts'
import { type Connection, findConnection } from './connection.ts'
import { differing, rowIdOf } from './fields.ts'
import { equals, isPlain, sameText } from './filter.ts'
import type { Wanted } from './push-record.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import type { Uniconta } from './uniconta.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { asAnswer } from './verify.ts'
import { findWanted, type RecordKind } from './wanted.ts'

const say = sayFrom(unicontaTexts)
const sayCheck = sayFrom(checkTexts)
const Kind = z.enum(['customer', 'project'])
const Which = z.strictObject({ kind: Kind, id: z.uuid() })
const tag = 'Records there'

const Candidate = z
  .object({
    externalKey: z.string(),
    name: z.string(),
    fields: z.array(z.object({ field: z.string(), here: z.string(), there: z.string() })),
  })
  .meta({ id: 'LinkCandidate' })

export function mountRecordRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  async function mustFind(
    kind: RecordKind,
    id: string,
  ): Promise<{ connection: Connection; wanted: Wanted; calls: Calls }> {
    const connection = await findConnection(db, uniconta.box)
    if (!connection) throw new AppError('not-found', sayCheck('dialog.noIntegration'))
    try {
      const wanted = await findWanted(db, kind, id, connection)
      if (!wanted) throw notFound(kind, id)
      return { connection, wanted, calls: uniconta.keeper.callsFor(connection.account, [], async () => {}) }
    } catch (error) {
      throw asAnswer(error)
    }
  }

  const badgeOf = (kind: RecordKind, id: string, language: Language) => findBadge(db, kind, id, api.phrase, language)

  async function push(tx: Tx, kind: RecordKind, id: string): Promise<void> {
    const { rows } = await tx.execute<{ label: string }>(
      kind === 'customer'
        ? sql`select number || ' ' || name as label from customer where id = ${id}::uuid`
        : sql`select number || ' ' || name as label from project where id = ${id}::uuid`,
    )
    const label = rows[0]?.label
    if (label === undefined) throw notFound(kind, id)
    await enqueue(tx, { kind: pushOf(kind), subject: id, label }, now())
  }

  endpoint(
    api,
    {
      method: 'get',
      path: '/sync/link-candidates',
      permission: 'send records again',
      tag,
      summary: 'Records there that may be the same as one here, with both sides of each field',
      query: Which,
      answer: z.object({ items: z.array(Candidate) }),
    },
    async ({ query }) => {
      const { wanted, calls } = await mustFind(query.kind, query.id)
      const rows = await lookForSame(calls, wanted).catch((error: unknown) => {
        throw asAnswer(error)
      })
      const items: z.infer<typeof Candidate>[] = []
      for (const row of rows) {
        const externalKey = String(row[wanted.keyField])
        const link = await findLinkByKey(db, unicontaType, query.kind, externalKey)
        if (link && link.subject !== query.id) continue
        items.push({ externalKey, name: String(row.Name ?? ''), fields: differing(wanted.fields, row) })
      }
      return { items }
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/sync/link',
      permission: 'send records again',
      tag,
      summary: 'Takes a record there for the same as one here; our values go there',
      body: Which.extend({ externalKey: z.string().trim().min(1).max(40) }),
      answer: SyncBadge,
    },
    async ({ body, language }) => {
      const { wanted, calls } = await mustFind(body.kind, body.id)
      const row = await findRow(calls, wanted, body.externalKey).catch((error: unknown) => {
        throw asAnswer(error)
      })
      if (!row) throw new AppError('invalid', say('uniconta.gone', { key: wanted.called(body.externalKey) }))
      await inTransaction(db, async (tx) => {
        await mustBeFree(tx, body.kind, body.id, body.externalKey)
        // No snapshot: the next push compares with the row itself and puts our values there.
        await saveLink(tx, { ...newLink(wanted, body.externalKey), rowId: rowIdOf(row), confirmedAt: now() })
        await push(tx, body.kind, body.id)
      })
      return badgeOf(body.kind, body.id, language)
    },
  )

  const newLink = (wanted: Wanted, externalKey: string): Link => ({
    system: unicontaType,
    kind: wanted.kind,
    subject: wanted.subject,
    externalKey,
    rowId: null,
    intent: null,
    snapshot: null,
    sentAt: now(),
    confirmedAt: null,
  })

  endpoint(
    api,
    {
      method: 'post',
      path: '/sync/create-again',
      permission: 'send records again',
      tag,
      summary: 'Makes a record anew that is gone there',
      body: Which,
      answer: SyncBadge,
    },
    async ({ body, language }) => {
      const { wanted } = await mustFind(body.kind, body.id)
      // Anything that stands there would be asked about as if it were a stranger's.
      const badge = await badgeOf(body.kind, body.id, language)
      if (!badge.actions.includes('create-again'))
        throw new AppError('conflict', say('uniconta.notGone', { state: badge.text }))
      await inTransaction(db, async (tx) => {
        await mustBeFree(tx, body.kind, body.id, wanted.number)
        // The empty intent says that a person wants a new one, whatever looks alike there.
        await saveLink(tx, { ...newLink(wanted, wanted.number), intent: {} })
        await push(tx, body.kind, body.id)
      })
      return badgeOf(body.kind, body.id, language)
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/sync/renumber',
      permission: 'change integrations',
      tag,
      summary: 'Gives a record that was sent another number: it is unlinked and a new one appears there',
      body: Which.extend({ number: RecordNumber, version: Version }),
      answer: SyncBadge,
    },
    async ({ body, actor, language }) => {
      const { kind, id, number, version } = body
      await inTransaction(db, async (tx) => {
        const wish = { actor, id, number, version, now: now() }
        if (kind === 'customer') await renumberCustomer(tx, wish, projectPushesByCustomer)
        else await renumberProject(tx, wish)
        await unlinkForNewNumber(tx, kind, id, number, now())
      })
      return badgeOf(kind, id, language)
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/sync/put-ours-back',
      permission: 'send records again',
      tag,
      summary: 'Overwrites what was changed there',
      body: Which,
      answer: SyncBadge,
    },
    async ({ body, language }) => {
      await inTransaction(db, async (tx) => {
        const link = await findLink(tx, unicontaType, body.kind, body.id)
        if (!link) throw notFound(body.kind, body.id)
        await markInDoubt(tx, unicontaType, body.kind, [body.id])
        await push(tx, body.kind, body.id)
      })
      return badgeOf(body.kind, body.id, language)
    },
  )
}

function notFound(kind: string, id: string): AppError {
  return new AppError('not-found', { key: 'record.notFound', values: { what: kind, id } })
}

/** The row under our number, and those with our registration number or name. */
async function lookForSame(calls: Calls, wanted: Wanted): Promise<Row[]> {
  const found = new Map<string, Row>()
  const ways = [
    { field: wanted.keyField as string, value: wanted.number },
    ...(wanted.alsoKnownBy ? [wanted.alsoKnownBy] : []),
    { field: 'Name', value: String(wanted.fields.Name ?? '') },
  ]
  for (const { field, value } of ways) {
    if (!isPlain(value)) continue
    const rows = await calls.query(wanted.entity, [equals(field, value), { Take: 10 }])
    for (const row of rows) if (sameText(row[field], value)) found.set(String(row[wanted.keyField]), row)
  }
  return [...found.values()]
}

async function findRow(calls: Calls, wanted: Wanted, key: string): Promise<Row | undefined> {
  if (!isPlain(key)) return undefined
  const rows = await calls.query(wanted.entity, [equals(wanted.keyField, key), { Take: 2 }])
  return rows.find((row) => sameText(row[wanted.keyField], key))
}

/** UC-20: a number that was sent is changed by making a new record there; the old one stays. In the transaction of the change. */
async function unlinkForNewNumber(tx: Tx, kind: RecordKind, subject: string, number: string, now: Date): Promise<void> {
  const link = await findLink(tx, unicontaType, kind, subject)
  if (!link) return
  await mustBeFree(tx, kind, subject, number)
  await saveLink(tx, {
    ...link,
    externalKey: number,
    rowId: null,
    intent: {},
    snapshot: null,
    sentAt: now,
    confirmedAt: null,
  })
}

/** A key there belongs to one record here. */
async function mustBeFree(tx: Tx, kind: RecordKind, subject: string, externalKey: string): Promise<void> {
  const other = await findLinkByKey(tx, unicontaType, kind, externalKey)
  if (!other || other.subject === subject) return
  const key = kind === 'customer' ? `debtor ${externalKey}` : `project ${externalKey}`
  throw new AppError('conflict', say('uniconta.linkedElsewhere', { key }))
}
