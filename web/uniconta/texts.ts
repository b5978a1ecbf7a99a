import type { Language } from '../../src/lib/i18n/sentence.ts'
import { useLanguage } from '../texts/texts.tsx'
import { texts as en } from './texts-en.ts'

const catalogues: Partial<Record<Language, typeof en>> = { en }

/** The words of this connector's dialog: the only texts of the screens that name the system. */
export const useUnicontaTexts = () => catalogues[useLanguage()] ?? en
