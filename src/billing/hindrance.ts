import { z } from 'zod'
import type { Language, Phrasebook, Sentence } from '../lib/i18n/sentence.ts'

/** Something that stops a document, or a doubt, with the page that mends it. */
export const Hindrance = z
  .object({ message: z.string(), link: z.string().nullable(), stops: z.boolean() })
  .meta({ id: 'Hindrance' })
export type Hindrance = z.infer<typeof Hindrance>

/** A hindrance before it is written out in the reader's language. `link` is a path of the web application. */
export type Obstacle = { readonly sentence: Sentence; readonly link: string | null; readonly stops: boolean }

/** What stops comes first; the same sentence stands once. */
export function writeObstacles(obstacles: readonly Obstacle[], phrase: Phrasebook, language: Language): Hindrance[] {
  const written = new Map<string, Hindrance>()
  for (const { sentence, link, stops } of obstacles.toSorted((a, b) => Number(b.stops) - Number(a.stops))) {
    const message = phrase(sentence, language)
    if (!written.has(message)) written.set(message, { message, link, stops })
  }
  return [...written.values()]
}
