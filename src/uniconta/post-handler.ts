import { invoicePost } from '../invoices/show-invoice.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome } from '../sync/handler.ts'
import type { Memory } from './memory.ts'
import { withCauses } from './post-causes.ts'
import { postInvoice } from './post-invoice.ts'
import { findDocument, findPredecessor } from './posting-document.ts'
import { postingTexts } from './posting-texts.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(postingTexts)
const sayOfUniconta = sayFrom(unicontaTexts)
const off = (sentence: Sentence): Outcome => ({ outcome: 'off', sentence })

/** Strictly by number: one document at a time, and what cannot go holds those behind it. */
export function invoicePostHandler(withConnection: WithConnection, memory: Memory): Handler {
  return {
    kind: invoicePost,
    direction: 'out',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (connection, calls) => {
        const document = await findDocument(context.db, context.subject)
        if (!document) return off(say('post.notCoupled'))
        const { settings, facts } = connection
        if (!settings.exportInvoices) return off(sayOfUniconta('uniconta.offInvoices'))
        const from = facts.coversFrom?.serial ?? 1
        if (document.serial < from)
          return off(say('post.older', { number: document.number, from: facts.coversFrom?.number ?? '' }))
        const before = await findPredecessor(context.db, from, document.serial)
        if (before)
          return { outcome: 'after', kind: invoicePost, subject: before.id, label: `${before.number} ${before.name}` }
        try {
          return await postInvoice({ context, calls, connection, document, memory })
        } catch (error) {
          // What is mended there a minute later has to be seen.
          memory.forget()
          throw error instanceof SyncFailure ? withCauses(error, document) : error
        }
      }),
  }
}
