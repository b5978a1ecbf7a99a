// Files for spreadsheets: what a cell may do there, and how a reader's spreadsheet wants them.
import type { Language } from './i18n/sentence.ts'

/** Spreadsheets read the file by their language: where the comma is decimal, cells are separated by semicolons. */
export type CsvForm = { separator: ',' | ';'; decimal: '.' | ',' }

export function csvForm(language: Language): CsvForm {
  return language === 'en' ? { separator: ',', decimal: '.' } : { separator: ';', decimal: ',' }
}

/** Numbers are written with two decimals at most; amounts of money are text, whole and with the reader's decimal sign. */
export type CsvCell = string | number | null | { readonly amount: string }

/** One line with its end (RFC 4180). */
export function csvLine(cells: readonly CsvCell[], form: CsvForm): string {
  return `${cells.map((cell) => written(cell, form)).join(form.separator)}\r\n`
}

/** Reads a page of rows from where the one before ended, when that one has been taken. */
export async function* pagesOf<Row>(
  rowsAfter: (last: Row | undefined, limit: number) => Promise<Row[]>,
  pageSize = 2_000,
): AsyncGenerator<Row[], void, void> {
  let last: Row | undefined
  for (;;) {
    const rows = await rowsAfter(last, pageSize)
    if (rows.length > 0) yield rows
    last = rows.at(-1)
    if (rows.length < pageSize) return
  }
}

/** A download made while it is read: pages of lines one after the other, so that its size costs no memory. */
export function csvFile(
  fileName: string,
  form: CsvForm,
  pages: AsyncGenerator<readonly (readonly CsvCell[])[], void, void>,
): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      // Without the mark, Excel takes UTF-8 for the code page of the country and ø for two letters.
      start: (controller) => controller.enqueue(encoder.encode('\uFEFF')),
      async pull(controller) {
        const { done, value } = await pages.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value.map((line) => csvLine(line, form)).join('')))
      },
      async cancel() {
        await pages.return()
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
}

function written(cell: CsvCell, { separator, decimal }: CsvForm): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(Number(cell.toFixed(2))).replace('.', decimal)
  if (typeof cell === 'object') return cell.amount.replace('.', decimal)
  const text = disarmed(cell)
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet runs these as formulas (owasp.org/www-community/attacks/CSV_Injection); an apostrophe makes them text. */
function disarmed(text: string): string {
  return /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
}
