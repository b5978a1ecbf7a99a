// What a saved or removed integration means for the records: what is sent from now on, what goes again, what stops.
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { enqueueMany, setWanted, type TaskWish } from '../sync/enqueue.ts'
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

/** `before` is undefined for a new integration, `settings` for a removed one. */
export async function applySettings(
  tx: Tx,
  {
    before,
    settings,
    now,
  }: { before: UnicontaSettings | undefined; settings: UnicontaSettings | undefined; now: Date },
): Promise<void> {
  for (const kind of kinds) {
    const wanted = isWanted(kind, settings)
    await setWanted(tx, kind.push, wanted, now, settings?.enabled ? say(kind.off) : say('uniconta.off'))
    if (!wanted) await pauseBackfills(tx, kind.run)
    else if (!before || !settings || !isWanted(kind, before) || sendsOther(kind, before, settings))
      await enqueueMany(tx, await listToSend(tx, kind), now)
  }
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

/** The company that the links belong to when no integration is left: that of the one that was removed last. */
export async function findCompanyOfLinks(db: Db): Promise<number | undefined> {
  const { rows } = await db.execute<{ company: number }>(sql`
    select (c ->> 'from')::int as company from audit_entry, jsonb_array_elements(changes) as c
     where kind = 'integration' and action = 'deleted' and c ->> 'field' = 'companyId' order by at desc limit 1`)
  return rows[0]?.company
}
