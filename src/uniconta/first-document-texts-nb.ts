import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { firstDocumentTexts } from './first-document-texts.ts'

const amount = amountIn('nb')

const kindOf = (kind: string) => (kind === 'credit-note' ? 'kreditnotaen' : 'fakturaen')
const linesOf = (lines: number) => `${lines} ${lines === 1 ? 'linje' : 'linjer'}`

export const firstDocumentTextsNb: Translated<typeof firstDocumentTexts> = {
  'first.beforeOrder': (v) =>
    `${v.number} er den første ${kindOf(v.kind)} til Uniconta. Den står ikke der ennå, og neste nummer der er ledig. Som det neste sendes en ordre med ${linesOf(v.lines)}, ${amount(v.gross)} i alt; den bokfører ingenting. Se nedenfor hva som sendes, og gå så videre.`,
  'first.beforePost': (v) =>
    `Ordre ${v.order} til ${v.number} står i Uniconta akkurat som den ble sendt, med ${linesOf(v.lines)}. Som det neste bokføres den: da er ${kindOf(v.kind)} på ${amount(v.gross)} i bøkene, og bare en kreditnota tar den tilbake. Se på ordren der under Kunde > Salgsordrer om du vil, og gå så videre.`,
}
