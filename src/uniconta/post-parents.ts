// What a document belongs to has to stand there first: its debtor and its project.
import { sql } from 'drizzle-orm'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { enqueue } from '../sync/enqueue.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Outcome } from '../sync/handler.ts'
import { findLink, type Link } from '../sync/link-store.ts'
import { phaseOf } from './phases.ts'
import type { Work } from './post-look.ts'
import { postingTexts } from './posting-texts.ts'
import { customerThere, projectPush } from './push-handlers.ts'
import { unicontaType } from './settings.ts'
import { standsThere } from './stands-there.ts'

const say = sayFrom(postingTexts)

export type Parents = { account: string; project: string }

/** The keys there, or the outcome that lets customer or project go first. */
export async function findParents(work: Work): Promise<Parents | Outcome> {
  const { context, connection, calls, document } = work
  const { customer } = document
  const debtor = await customerThere(context, connection, calls, {
    customerId: customer.id,
    customerNumber: customer.number,
    customerName: customer.name,
  })
  if ('outcome' in debtor) return debtor
  const project = await projectThere(work)
  return typeof project === 'string' ? { account: debtor.account, project } : project
}

/** Nothing is posted on a project that is closed there; its push opens the one that we closed until its documents are posted. */
const mustReopen = (link: Link, { connection, document }: Work) =>
  connection.settings.exportProjects && !document.project.deleted && phaseOf(link.snapshot?.Phase) === 'Completed'

async function projectThere(work: Work): Promise<string | Outcome> {
  const { context, connection, calls, document } = work
  const { id, number, name } = document.project
  const link = await findLink(context.db, unicontaType, 'project', id)
  if (link?.confirmedAt && !mustReopen(link, work)) return link.externalKey
  if (!connection.settings.exportProjects) {
    const stands = await standsThere(calls, 'ProjectClient', 'Number', number)
    if (stands === 'yes') return number
    const values = { number: document.number, project: number }
    throw new SyncFailure('rejected', say(stands === 'no' ? 'post.noProjectThere' : 'post.projectUnread', values))
  }
  const wish = { kind: projectPush, subject: id, label: `${number} ${name}` }
  const { rows } = await context.db.execute<{ state: string }>(
    sql`select state from sync_task where kind = ${projectPush} and subject = ${id}`,
  )
  if (!rows[0] || rows[0].state === 'done') await context.inLane((tx) => enqueue(tx, wish, context.now()))
  return { outcome: 'after', ...wish }
}
