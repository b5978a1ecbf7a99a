// Posting an invoice. Whatever is wrong with the order itself is told in a 200 with `Err`, what is wrong with the body in words.
import { type Answer, json, lastErrorText, words } from '../answers.ts'
import type { Row } from '../books.ts'
import { bool, date, int } from '../entities/field.ts'
import { BadBody, errorCodes, Refusal } from '../error-codes.ts'
import { linesOf } from '../order-rules.ts'
import { afterPosting } from '../posting/after-posting.ts'
import { fromCents } from '../posting/cents.ts'
import { postOrder } from '../posting/post-order.ts'
import type { Priced } from '../posting/price-order.ts'
import { mayDo } from '../users.ts'
import { readBody } from '../values.ts'
import { mannersOf, today } from '../world.ts'
import type { Route, SignedInAsk } from './route.ts'

export const invoiceRoutes: readonly Route[] = [
  { verb: 'POST', path: '/Invoice/GenerateDebtorInvoice', answer: generateDebtorInvoice },
]

const parameters = { OrderNumber: int(), Date: date(), Simulate: bool(), SendEmail: bool(), SendXML: bool() }

function generateDebtorInvoice(ask: SignedInAsk): Answer {
  const { world, session } = ask
  const sent = readParameters(ask)
  const orderNumber = sent?.get('OrderNumber')
  // An order in the body instead of a stored one was seen to be answered so, too.
  if (sent === undefined || orderNumber === undefined) return words('ArgumentMissing')
  const simulate = sent.get('Simulate') === true
  if (simulate && world.switches.simulate === 'is-refused') return words('ArgumentMissing')
  try {
    return world.books.together(true, () => {
      if (!mayDo(session.user, 'insert', 'DebtorInvoiceClient')) throw new Refusal('NoRights')
      const order = world.books.find(session.company, 'DebtorOrderClient', orderNumber)
      if (order === undefined) throw new Refusal('CouldNotFind', 'OrderNumber', String(orderNumber))
      const lines = linesOf(world, session.company, orderNumber).map(({ values }) => values)
      const how = {
        date: String(sent.get('Date') ?? today(world)),
        postedBy: session.user.name,
        simulate,
        sendEmail: sent.get('SendEmail') === true,
        sendXml: sent.get('SendXML') === true,
      }
      const { priced, invoice } = postOrder(world, session.company, { header: order.values, lines }, how)
      if (invoice === undefined) return json(simulated(world.switches.simulate, priced))
      afterPosting(world, session.company, order, world.switches.orderAfterPosting)
      return told(ask, invoice.values)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const manners = mannersOf(world, session)
    world.lastErrors.set(`${session.company}/${error.code}`, lastErrorText(error, manners))
    return json({
      ...{ InvoiceNumber: 0, JournalPostedlId: 0, Err: errorCodes[error.code][0] },
      ...(error.field !== undefined && { ErrorProperty: error.field }),
      ...(error.value !== undefined && error.value !== '' && { ErrorValue: error.value }),
    })
  }
}

/** Undefined when the body is not what the call takes. */
function readParameters(ask: SignedInAsk) {
  try {
    return readBody(ask.body(), parameters, mannersOf(ask.world, ask.session))
  } catch (error) {
    if (error instanceof BadBody) return undefined
    throw error
  }
}

function told({ world }: SignedInAsk, { InvoiceNumber, JournalPostedId }: Row): Answer {
  const { postingAnswer } = world.switches
  if (postingAnswer === 'pdf') return { status: 200, type: 'application/pdf', body: '%PDF-1.4\n%%EOF\n' }
  if (postingAnswer === 'number-as-text') return words(String(InvoiceNumber))
  return json({ InvoiceNumber, JournalPostedlId: JournalPostedId, Err: 0 })
}

function simulated(form: 'with-amounts' | 'errors-only' | 'is-refused', { net, vat, total }: Priced) {
  const amounts = { NetAmount: fromCents(net), VatAmount: fromCents(vat), TotalAmount: fromCents(total) }
  return { InvoiceNumber: 0, JournalPostedlId: 0, Err: 0, ...(form === 'with-amounts' && amounts) }
}
