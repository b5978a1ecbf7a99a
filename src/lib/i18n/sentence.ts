// A sentence is stored as its key and values, never as text, so that each reader gets it in his own language.

export type SentenceValue = string | number
export type SentenceValues = Readonly<Record<string, SentenceValue>>

/** What is stored and sent between layers: the name of a text and what to fill in. */
export type Sentence = { readonly key: string; readonly values: SentenceValues }

/** The texts of one folder in one language: a function from the values to the sentence. */
export type Texts = Readonly<Record<string, (values: never) => string>>

/** The same texts in another language: a missing or superfluous one does not compile. */
export type Translated<T extends Texts> = { readonly [K in keyof T]: (...values: Parameters<T[K]>) => string }

type ValuesOf<F> = F extends (values: infer V) => string ? V : never

/** Makes a sentence of a folder's texts; key and values are checked by the compiler against the English texts. */
export function sayFrom<T extends Texts>(_texts: T) {
  return <K extends keyof T & string>(
    key: K,
    ...[values]: Parameters<T[K]> extends [] ? [] : [ValuesOf<T[K]>]
  ): Sentence => ({
    key,
    values: (values ?? {}) as SentenceValues,
  })
}

export const languages = ['en', 'da', 'nb'] as const
export type Language = (typeof languages)[number]

/** Days come as 2026-11-26, and stand in a Danish or Norwegian sentence as 26.11.2026; a time of day may follow. */
function valuesIn(language: Language, values: SentenceValues): SentenceValues {
  if (language === 'en') return values
  const written = Object.entries(values).map(([name, value]) => [name, isDay(value) ? writeDay(value) : value])
  return Object.fromEntries(written)
}

const day = /^(\d{4})-(\d{2})-(\d{2})(?= \d{2}:\d{2}$|$)/
const isDay = (value: SentenceValue): value is string => typeof value === 'string' && day.test(value)
const writeDay = (value: string) => value.replace(day, '$3.$2.$1')

export type Phrasebook = (sentence: Sentence, language?: Language) => string

/** Joins the folders' texts into one function that writes a sentence out. A text missing in a language falls back to English. */
export function createPhrasebook(catalogues: Partial<Record<Language, readonly Texts[]>>): Phrasebook {
  const merged = new Map<Language, Texts>()
  for (const language of languages) merged.set(language, Object.assign({}, ...(catalogues[language] ?? [])))
  return (sentence, language = 'en') => {
    const text = merged.get(language)?.[sentence.key] ?? merged.get('en')?.[sentence.key]
    if (!text) return `${sentence.key} ${JSON.stringify(sentence.values)}`
    return text(valuesIn(language, sentence.values) as never)
  }
}
