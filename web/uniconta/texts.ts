import type { Language } from '../../src/lib/i18n/sentence.ts'
import { useLanguage } from '../texts/texts.tsx'
import { texts as da } from './texts-da.ts'
import { texts as en } from './texts-en.ts'
import { texts as nb } from './texts-nb.ts'

export type UnicontaTexts = typeof en

const catalogues: Record<Language, UnicontaTexts> = { en, da, nb }

/** The words of this connector's dialog: the only texts of the screens that name the system. */
export const useUnicontaTexts = () => catalogues[useLanguage()]
