import { sql } from 'drizzle-orm'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { enqueue } from '../sync/enqueue.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome, TaskContext } from '../sync/handler.ts'
import { findLink } from '../sync/link-store.ts'
import { findDocumentsBefore } from './closing.ts'
import type { Connection } from './connection.ts'
import { withFacts } from './learn-facts.ts'
import { labelOf, phaseOf } from './phases.ts'
import { pushRecord, type Wanted } from './push-record.ts'
import type { ProjectRecord } from './records.ts'
import type { Calls } from './session.ts'
import { unicontaType } from './settings.ts'
import { standsThere } from './stands-there.ts'
import { toWantedDebtor } from './to-debtor.ts'
import { toWantedProject } from './to-project.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { findCustomerRecord, findProjectRecord, groupNameOf, whyOff } from './wanted.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(unicontaTexts)

export const customerPush = 'customer.push'
export const projectPush = 'project.push'

const off = (sentence: Sentence): Outcome => ({ outcome: 'off', sentence })

export function customerPushHandler(withConnection: WithConnection): Handler {
  return {
    kind: customerPush,
    direction: 'out',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (saved, calls) => {
        const customer = await findCustomerRecord(context.db, context.subject)
        if (!customer) return off(say('uniconta.deleted'))
        const reason = whyOff(customer, saved)
        if (reason) return off(reason)
        const connection = await withFacts(context.db, saved, calls)
        const groupName = await groupNameOf(context.db, connection.settings.customerGroupTagGroupId)
        return pushRecord(context, calls, toWantedDebtor(customer, connection, groupName))
      }),
  }
}

export function projectPushHandler(withConnection: WithConnection): Handler {
  return {
    kind: projectPush,
    direction: 'out',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (saved, calls) => {
        const project = await findProjectRecord(context.db, context.subject)
        if (!project) return off(say('uniconta.deleted'))
        const reason = whyOff(project, saved)
        if (reason) return off(reason)
        const connection = await withFacts(context.db, saved, calls)
        const parent = await customerThere(context, connection, calls, project)
        if ('outcome' in parent) return parent
        const groupName = await groupNameOf(context.db, connection.settings.projectDepartmentTagGroupId)
        const wanted = toWantedProject(project, parent.account, connection, groupName)
        const document = (await findDocumentsBefore(context.db, connection, [project])).get(project.id)
        if (!document) return pushRecord(context, calls, wanted)
        const link = await findLink(context.db, unicontaType, 'project', project.id)
        if (!link?.confirmedAt || phaseOf(link.snapshot?.Phase) === 'Completed')
          return pushRecord(context, calls, leftOpen(wanted, connection))
        return {
          outcome: 'after',
          kind: invoicePost,
          subject: document.id,
          label: `${document.number} ${document.name}`,
        }
      }),
  }
}

/**
 * As a project under way: the documents of a finished one wait for it while it is not there, or closed. It is closed when they are
 * posted, by a push asked for then.
 */
function leftOpen(wanted: Wanted, { settings, facts }: Connection): Wanted {
  const underWay = settings.phases['in-progress']
  const language = facts.language ?? 'en'
  const phase = (underWay && underWay !== 'Completed' && labelOf(underWay, language)) || labelOf('InProgress', language)
  const { Phase: _, ...others } = wanted.fields
  const fields = phase ? { ...others, Phase: phase } : others
  return { ...wanted, fields, done: (number) => say('uniconta.closedLater', { number }) }
}

/** UC-28: the debtor of the project's customer, or the outcome that lets the customer go first. */
export async function customerThere(
  context: TaskContext,
  connection: Connection,
  calls: Calls,
  project: Pick<ProjectRecord, 'customerId' | 'customerNumber' | 'customerName'>,
): Promise<{ account: string } | Outcome> {
  const link = await findLink(context.db, unicontaType, 'customer', project.customerId)
  if (link?.confirmedAt) return { account: link.externalKey }
  const label = `${project.customerNumber} ${project.customerName}`
  const causes = [`customer:${project.customerId}`, 'integration']
  if (!connection.settings.exportCustomers) {
    const number = project.customerNumber
    const stands = await standsThere(calls, 'DebtorClient', 'Account', number)
    if (stands === 'yes') return { account: number }
    const sentence =
      stands === 'no' ? say('uniconta.noCustomerThere', { number }) : say('uniconta.debtorUnread', { number })
    throw new SyncFailure('rejected', sentence, { causes })
  }
  const { rows } = await context.db.execute<{ state: string; shown: string }>(
    sql`select state, shown from sync_task where kind = ${customerPush} and subject = ${project.customerId}`,
  )
  const task = rows[0]
  if (task?.state === 'done' && task.shown === 'off') {
    const customer = await findCustomerRecord(context.db, project.customerId)
    if (customer && whyOff(customer, connection))
      throw new SyncFailure('rejected', say('uniconta.customerNotSent', { customer: label }), { causes })
  }
  if (!task || task.state === 'done') {
    const wish = { kind: customerPush, subject: project.customerId, label }
    await context.inLane((tx) => enqueue(tx, wish, context.now()))
  }
  return { outcome: 'after', kind: customerPush, subject: project.customerId, label }
}
