// The same mail for programs that show HTML, made from the stored text when it is sent.

/** Paragraphs, and a link of each line that is an address and nothing else. Whatever else stands in the text stays text. */
export function toHtml(text: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => (isAddress(line) ? linkTo(line) : escaped(line)))
    return `<p>${lines.join('<br>\n')}</p>`
  })
  return `<!doctype html>\n<html><body style="${style}">\n${paragraphs.join('\n')}\n</body></html>\n`
}

// Mail programs know little more than this; a long address breaks instead of widening the mail.
const style = 'font-family: sans-serif; line-height: 1.5; max-width: 40em; overflow-wrap: anywhere'

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line)

const linkTo = (address: string) => `<a href="${escaped(address)}">${escaped(address)}</a>`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] as string)
