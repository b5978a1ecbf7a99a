import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { firstDocumentTexts } from './first-document-texts.ts'

const amount = amountIn('da')

const kindOf = (kind: string) => (kind === 'credit-note' ? 'kreditnota' : 'faktura')
const linesOf = (lines: number) => `${lines} ${lines === 1 ? 'linje' : 'linjer'}`

export const firstDocumentTextsDa: Translated<typeof firstDocumentTexts> = {
  'first.beforeOrder': (v) =>
    `${v.number} er den første ${kindOf(v.kind)} til Uniconta. Den står der ikke endnu, og næste nummer der er frit. Som det næste sendes en ordre med ${linesOf(v.lines)}, ${amount(v.gross)} i alt; den bogfører intet. Se nedenfor, hvad der sendes, og gå så videre.`,
  'first.beforePost': (v) =>
    `Ordre ${v.order} til ${v.number} står i Uniconta, præcis som den blev sendt, med ${linesOf(v.lines)}. Som det næste bogføres den: så er ${v.kind === 'credit-note' ? 'kreditnotaen' : 'fakturaen'} på ${amount(v.gross)} i bøgerne, og kun en kreditnota tager den tilbage. Se på ordren der under Debitor > Salgsordrer, hvis du vil, og gå så videre.`,
}
