/** The cells of a spreadsheet by rows, as it writes them into the clipboard; undefined when it is the text of a single one. */
export function pastedCells(text: string): string[][] | undefined {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  const cells = lines.map((line) => line.split('\t'))
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : undefined
}
