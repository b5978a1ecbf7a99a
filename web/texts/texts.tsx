// The words of the screens. A language is an object of the same type, so a missing text does not compile.
import { MantineThemeProvider } from '@mantine/core'
import { createContext, type ReactNode, use, useContext, useEffect } from 'react'
import type { Language } from '../../src/lib/i18n/sentence.ts'
import { en } from './en.ts'

export type Texts = typeof en

/** Only what a reader needs is loaded; English stands at the door, before anybody's language is known. */
const loaders: Record<Language, () => Promise<Texts>> = {
  en: () => Promise.resolve(en),
  da: () => import('./da.ts').then(({ da }) => da),
  nb: () => import('./nb.ts').then(({ nb }) => nb),
}
const loading: Partial<Record<Language, Promise<Texts>>> = {}

/** Languages whose texts are written. */
export const offeredLanguages = Object.keys(loaders) as Language[]

const Reader = createContext<{ texts: Texts; language: Language }>({ texts: en, language: 'en' })

/** Stands inside a Suspense: the texts of the language come when they are first needed. */
export function TextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  loading[language] ??= loaders[language]()
  const texts = use(loading[language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
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
