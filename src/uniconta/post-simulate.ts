// What posting would come to, asked before it is done. It takes no number there.
import type { VatRounding } from '../accounting/accounting.ts'
import { adoptVatRounding } from '../accounting/save-invoicing.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { vatOf, writeAmount } from '../lib/money.ts'
import { learn } from './connection.ts'
import { errorCodeNames } from './error-codes.ts'
import { toDate } from './fields.ts'
import { importer } from './import-rules.ts'
import type { Work } from './post-look.ts'
import { aboutOf, refusalOf } from './post-refusal.ts'
import type { Posting } from './posting-store.ts'
import { postingTexts } from './posting-texts.ts'
import { fromTheWire } from './to-order.ts'
import { Refused } from './wire.ts'

const say = sayFrom(postingTexts)

/**
 * Why the order may not be posted: it would be refused, or its amounts would not be the document's. Asked where the way of rounding
 * VAT makes a difference; undefined also where the other side does not simulate.
 */
export async function whatPostingWouldDo(work: Work, row: Posting, orderNumber: number): Promise<Sentence | undefined> {
  const { calls, document } = work
  const { perLine, perCode } = vatBothWays(work)
  if (row.word === 'accept-difference' || perLine === perCode) return undefined
  const day = toDate(row.postingOn ?? document.invoicedOn)
  const answer = await calls.simulateInvoice({ OrderNumber: orderNumber, Date: day }).catch((error: unknown) => {
    if (error instanceof Refused) return undefined
    throw error
  })
  if (!answer) return undefined
  if (typeof answer.Err === 'number' && answer.Err !== 0) {
    const code = errorCodeNames.byNumber[answer.Err] ?? String(answer.Err)
    return refusalOf(document.number, code, aboutOf(code, answer))
  }
  const { currency, number, vat } = document
  const theirs = fromTheWire(answer.VatAmount, currency)
  if (theirs === undefined) return undefined
  const rounding = (await learnRounding(work, theirs)) ?? ''
  if (theirs === vat) return undefined
  const [here, there] = [writeAmount(vat, currency), writeAmount(theirs, currency)]
  return say('post.wouldDiffer', { number, here, there, rounding })
}

/** From VAT that was calculated there, where the two ways come to different sums: documents that are finalized from now on follow it. */
export async function learnRounding(work: Work, vatThere: bigint | null): Promise<VatRounding | undefined> {
  const { perLine, perCode } = vatBothWays(work)
  if (perLine === perCode || (vatThere !== perLine && vatThere !== perCode)) return undefined
  const vatRounding = vatThere === perLine ? 'line' : 'code'
  const { context, connection } = work
  await context.inLane(async (tx) => {
    await learn(tx, connection, { vatRounding })
    await adoptVatRounding(tx, importer, vatRounding, context.now())
  })
  return vatRounding
}

function vatBothWays({ document }: Work): { perLine: bigint; perCode: bigint } {
  const nets = new Map<string, { net: bigint; percent: string }>()
  let perLine = 0n
  for (const { net, vatPercent, vatCode } of document.lines) {
    if (vatPercent === null) continue
    perLine += vatOf(net, vatPercent)
    const key = `${vatCode} ${vatPercent}`
    nets.set(key, { net: (nets.get(key)?.net ?? 0n) + net, percent: vatPercent })
  }
  let perCode = 0n
  for (const { net, percent } of nets.values()) perCode += vatOf(net, percent)
  return { perLine, perCode }
}
