// What a saved or removed integration means for the records: what is sent from now on, what goes again, what stops.
import { sql } from 'drizzle-orm'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mailKind } from '../notifications/queue-mail.ts'
import { enqueueMany, setNumberWaits, setWanted, type TaskWish } from '../sync/enqueue.ts'
import { endBackfills, pauseBackfills, startBackfill } from './backfill-store.ts'
import { customerPush, projectPush } from './push-handlers.ts'
import { type UnicontaSettings, unicontaType } from './settings.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

const kinds = [
  {
    push: customerPush,
    record: 'customer',
    run: 'customers',
    wish: 'exportCustomers',
    off: 'uniconta.offCustomers',
    /** The settings that stand in what is sent. */
    sent: ['customerGroupTagGroupId'],
  },
  {
    push: projectPush,
    record: 'project',
    run: 'projects',
    wish: 'exportProjects',
    off: 'uniconta.offProjects',
    sent: ['departmentDimension', 'projectDepartment', 'projectDepartmentTagGroupId', 'phases'],
  },
] as const
type Kind = (typeof kinds)[number]
type Switches = Pick<UnicontaSettings, 'enabled' | Kind['wish']>

const isWanted = (kind: Kind, settings: Switches | undefined) => settings?.enabled === true && settings[kind.wish]

export const postsInvoices = (settings: Pick<UnicontaSettings, 'enabled' | 'exportInvoices'> | undefined) =>
  settings?.enabled === true && settings.exportInvoices

/** `before` is undefined for a new integration, `settings` for a removed one. */
export async function applySettings(
  tx: Tx,
  {
    before,
    settings,
    now,
  }: { before: UnicontaSettings | undefined; settings: UnicontaSettings | undefined; now: Date },
): Promise<void> {
  const reason = (off: 'uniconta.offInvoices' | Kind['off']) => (settings?.enabled ? say(off) : say('uniconta.off'))
  const posts = postsInvoices(settings)
  await setWanted(tx, invoicePost, posts, now, reason('uniconta.offInvoices'))
  await applyNumberWaits(tx, posts && settings?.numberLeavesWhenSettled === true, now)
  if (posts && !postsInvoices(before)) {
    await sayThatOlder(tx, now)
    await enqueueMany(tx, await listToPost(tx), now)
  }
  for (const kind of kinds) {
    const wanted = isWanted(kind, settings)
    await setWanted(tx, kind.push, wanted, now, reason(kind.off))
    if (!wanted) await pauseBackfills(tx, kind.run)
    else if (!before || !settings || !isWanted(kind, before) || sendsOther(kind, before, settings))
      await enqueueMany(tx, await listToSend(tx, kind), now)
  }
}

/** Mails that wait only for the books go when the company no longer wants that. */
async function applyNumberWaits(tx: Tx, waits: boolean, now: Date): Promise<void> {
  await setNumberWaits(tx, invoicePost, waits)
  if (waits) return
  const { rows } = await tx.execute<Omit<TaskWish, 'kind'>>(sql`
    select subject, label from sync_task
     where kind = ${mailKind} and (state = 'running' or (state = 'waiting' and after_kind = ${invoicePost}))`)
  await enqueueMany(
    tx,
    rows.map((row) => ({ ...row, kind: mailKind })),
    now,
  )
}

const sendsOther = (kind: Kind, before: UnicontaSettings, settings: UnicontaSettings) =>
  kind.sent.some((name) => JSON.stringify(before[name]) !== JSON.stringify(settings[name]))

/** What is there already, and what was saved while the switch was off. Those that do not differ cost no call. */
async function listToSend(tx: Tx, kind: Kind): Promise<TaskWish[]> {
  const { rows } = await tx.execute<{ subject: string; label: string }>(sql`
    select t.subject, t.label from sync_task t
     where t.kind = ${kind.push}
       and ((t.state = 'done' and t.sentence ->> 'key' in ('uniconta.off', ${kind.off}))
            or exists (select 1 from sync_link l
                        where l.system = ${unicontaType} and l.kind = ${kind.record} and l.subject = t.subject))`)
  return rows.map((row) => ({ ...row, kind: kind.push }))
}

/** The first number covered of the series of document `i`; null for one that has no counterpart there. */
const coversFrom = sql`(case i.series when 'invoice' then n.facts -> 'coversFrom' when 'credit-note' then n.facts -> 'creditNotesFrom' end)`

/** What was finalized while the switch was off, from the first number covered on: the series there waits for just that one. */
async function listToPost(tx: Tx): Promise<TaskWish[]> {
  const { rows } = await tx.execute<Omit<TaskWish, 'kind'>>(sql`
    select t.subject, t.label from sync_task t
      join invoice i on i.id::text = t.subject
      join integration n on n.type = ${unicontaType}
     where t.kind = ${invoicePost} and t.state = 'done' and t.sentence ->> 'key' in ('uniconta.off', 'uniconta.offInvoices')
       and i.serial >= (${coversFrom} ->> 'serial')::int
     order by i.series desc, i.serial`)
  return rows.map((row) => ({ ...row, kind: invoicePost }))
}

/** What was finalized before the first number covered says so, instead of offering to be sent. */
async function sayThatOlder(tx: Tx, now: Date): Promise<void> {
  await tx.execute(sql`
    update sync_task t set since = ${now.toISOString()}, sentence = jsonb_build_object('key', 'post.older',
           'values', jsonb_build_object('number', i.number, 'from', ${coversFrom} ->> 'number'))
      from invoice i, integration n
     where t.kind = ${invoicePost} and t.state = 'done' and i.id::text = t.subject
       and t.sentence ->> 'key' in ('sync.notWanted', 'uniconta.off', 'uniconta.offInvoices') and n.type = ${unicontaType} and i.serial < (${coversFrom} ->> 'serial')::int`)
}

/** The links belong to the old company, whose lane the caller took. In the new one every record is new, and all are sent by list calls. */
export async function moveToOtherCompany(tx: Tx, settings: UnicontaSettings, now: Date): Promise<void> {
  await endBackfills(tx, now)
  await tx.execute(sql`delete from sync_link where system = ${unicontaType}`)
  for (const kind of kinds) {
    await tx.execute(sql`
      update sync_task set state = 'done', shown = 'off', sentence = ${JSON.stringify(say('uniconta.otherCompany'))}::jsonb,
             actions = '[]', differences = '[]', after_kind = null, after_subject = null, since = ${now.toISOString()}
       where kind = ${kind.push}`)
    if (isWanted(kind, settings)) await startBackfill(tx, kind.run, false, now)
  }
}

/** A document that waits has its number in the series of the old company; that of the new one goes on from our next. */
export async function leaveDocuments(tx: Tx, now: Date): Promise<void> {
  await tx.execute(sql`
    update sync_task set state = 'done', shown = 'off', sentence = ${JSON.stringify(say('uniconta.otherSeries'))}::jsonb,
           actions = '[]', differences = '[]', after_kind = null, after_subject = null, since = ${now.toISOString()}
     where kind = ${invoicePost} and state in ('waiting', 'parked')`)
}

/** The company that the links belong to when no integration is left: that of the one that was removed last. */
export async function findCompanyOfLinks(db: Db): Promise<number | undefined> {
  const { rows } = await db.execute<{ company: number }>(sql`
    select (c ->> 'from')::int as company from audit_entry, jsonb_array_elements(changes) as c
     where kind = 'integration' and action = 'deleted' and c ->> 'field' = 'companyId' order by at desc limit 1`)
  return rows[0]?.company
}
