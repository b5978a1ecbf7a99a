import { invoicePost } from '../invoices/invoice-tasks.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { enqueue } from '../sync/enqueue.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome, TaskContext } from '../sync/handler.ts'
import { closesThere } from './closing.ts'
import type { Connection } from './connection.ts'
import { factsOf } from './coupled.ts'
import { ForgottenHere, type Restoring, restored } from './forgotten.ts'
import type { Memory } from './memory.ts'
import { withCauses } from './post-causes.ts'
import { postInvoice } from './post-invoice.ts'
import { type Document, findDocument, findPredecessor } from './posting-document.ts'
import { postingTexts } from './posting-texts.ts'
import { projectPush } from './push-handlers.ts'
import type { Calls } from './session.ts'
import { mustKnowOrders } from './standing-orders.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(postingTexts)
const sayOfUniconta = sayFrom(unicontaTexts)
const off = (sentence: Sentence): Outcome => ({ outcome: 'off', sentence })

/** Strictly by number within its series: one document at a time, and what cannot go holds those behind it. */
export function invoicePostHandler(withConnection: WithConnection, memory: Memory, restoring: Restoring): Handler {
  let lastHold: string | undefined
  /**
   * Who has just taken the lane may work on a backup that nobody said was restored, and a post of before may still be out: then its
   * order stands there. This is asked before the look, since the order goes when it becomes an invoice.
   */
  async function knowOrders({ db, hold }: TaskContext, connection: Connection, calls: Calls): Promise<void> {
    if (hold.token === lastHold) return
    if (!calls.isFresh()) calls.renew()
    await mustKnowOrders(db, calls, connection)
    lastHold = hold.token
  }
  return {
    kind: invoicePost,
    direction: 'out',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (connection, calls) => {
        const document = await findDocument(context.db, context.subject)
        if (!document) return off(say('post.notCoupled'))
        if (!connection.settings.exportInvoices) return off(sayOfUniconta('uniconta.offInvoices'))
        const { coversFrom } = factsOf(connection, document.series)
        if (document.serial < (coversFrom?.serial ?? 1))
          return off(say('post.older', { number: document.number, from: coversFrom?.number ?? '' }))
        const before = await findPredecessor(context.db, connection, document)
        if (before)
          return { outcome: 'after', kind: invoicePost, subject: before.id, label: `${before.number} ${before.name}` }
        try {
          await knowOrders(context, connection, calls)
          const outcome = await postInvoice({ context, calls, connection, document, memory })
          if (outcome.outcome === 'done') await closeProject(context, connection, document)
          return outcome
        } catch (error) {
          // What is mended there a minute later has to be seen, and an old session may show its first list for ever.
          memory.forget()
          if (error instanceof ForgottenHere) await restored(context, restoring, error)
          if (error instanceof SyncFailure && error.kind === 'rejected') calls.renew()
          throw error instanceof SyncFailure ? withCauses(error, document) : error
        }
      }),
  }
}

/** A project that was finished meanwhile has waited for its documents. */
async function closeProject(context: TaskContext, connection: Connection, { project }: Document): Promise<void> {
  if (!connection.settings.exportProjects || !closesThere(project, connection)) return
  const wish = { kind: projectPush, subject: project.id, label: `${project.number} ${project.name}` }
  await context.inLane((tx) => enqueue(tx, wish, context.now()))
}
