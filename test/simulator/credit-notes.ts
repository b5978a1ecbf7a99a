// A person in front of Akkord who gives credit notes a series of their own, or takes it back.
import { creditNoteSerie } from '../../sandbox/posting/series.ts'
import { getInvoicing } from '../../src/accounting/invoicing-store.ts'
import type { CoupledSeries } from '../../src/company/company.ts'
import { AppError } from '../../src/lib/errors.ts'
import { changeCreditNoteNumbers, showCreditNoteNumbers } from '../../src/uniconta/credit-note-numbers.ts'
import { tester } from '../usual.ts'
import type { Office } from './office.ts'

export { creditNoteSerie }

export const seriesOfCreditNotes = async ({ tools }: Pick<Office, 'tools'>): Promise<CoupledSeries> =>
  (await getInvoicing(tools.db)).creditNoteSeries

const reason = 'Numbered apart there.'

export async function changeCreditNotes({ tools, counts }: Office, series: CoupledSeries): Promise<void> {
  try {
    const { next, prefix, version } = await showCreditNoteNumbers(tools, creditNoteSerie)
    if (series === 'invoice') await changeCreditNoteNumbers(tools, tester, { series, version, reason })
    else if (next !== null)
      await changeCreditNoteNumbers(tools, tester, { series, serie: creditNoteSerie, next, prefix, version, reason })
    counts.note(`credit notes: ${series === 'invoice' ? 'share again' : 'get their own series'}`)
  } catch (error) {
    // Trouble on the wire is told to whoever asked.
    if (!(error instanceof AppError)) throw error
    counts.note(`credit notes: ${error.sentence.key.split('.').at(-1)}`)
  }
}
