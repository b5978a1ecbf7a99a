/** The narrowest place that a word of a person's text stands in takes about so many letters. */
const longestWord = 20
const longWord = new RegExp(`\\S{${longestWord + 1},}`, 'gu')
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The same value with U+200B between the letters of long words in its texts: where the template may break them. */
export function breakable<T>(value: T): T {
  return mapTexts(value, (text) =>
    text.replaceAll(longWord, (word) => Array.from(letters.segment(word), ({ segment }) => segment).join('\u200b')),
  ) as T
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)]))
}
