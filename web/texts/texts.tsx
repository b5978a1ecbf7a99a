// The words of the screens. A language is an object of the same type, so a missing text does not compile.
import { MantineThemeProvider } from '@mantine/core'
import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '../../src/lib/i18n/sentence.ts'
import { en } from './en.ts'

export type Texts = typeof en
const catalogues: Partial<Record<Language, Texts>> = { en }

/** Languages whose texts are written. */
export const offeredLanguages = Object.keys(catalogues) as Language[]

const Reader = createContext<{ texts: Texts; language: Language }>({ texts: en, language: 'en' })

export function TextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const texts = catalogues[language] ?? en
  const closes = { defaultProps: { closeButtonProps: { 'aria-label': texts.ui.close } } }
  return (
    <Reader value={{ texts, language }}>
      <MantineThemeProvider inherit theme={{ components: { Modal: closes, Drawer: closes, Notification: closes } }}>
        {children}
      </MantineThemeProvider>
    </Reader>
  )
}

export const useTexts = (): Texts => useContext(Reader).texts
export const useLanguage = (): Language => useContext(Reader).language
