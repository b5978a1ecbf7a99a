/** Markup that may be written as it is. Everything else that goes into `html` is text and is escaped. */
export type Html = { readonly markup: string }

type Part = string | number | boolean | null | undefined | Html | readonly Html[]

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, at) => (at === 0 ? '' : write(parts[at - 1])) + text).join('') }
}

function write(part: Part): string {
  if (part === undefined || part === null || part === false) return ''
  if (typeof part !== 'object') return asText(String(part))
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('')
}

function asText(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
