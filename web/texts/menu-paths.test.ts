import { expect, test } from 'vitest'
import { da } from './da.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'

const texts = { en, da, nb }
/** Menus of the other system that are called as one of ours. */
const theirs = { en: /^Company > (Maintenance|Company information)/, da: /^$/, nb: /^$/ }

const written: Record<string, string> = import.meta.glob(
  ['./*/*.ts', '../*/*texts*.ts', '../../src/**/*texts*.ts', '!**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** What is written in a language, by file. */
function filesIn(language: keyof typeof texts): [file: string, text: string][] {
  const endings = [`texts-${language}.ts`, ...(language === 'en' ? ['texts.ts'] : [])]
  const isOf = (file: string) =>
    file.startsWith(`./${language}/`) || endings.some((ending) => file.endsWith(ending) && file.startsWith('../'))
  return Object.entries(written).filter(([file]) => isOf(file))
}

test.each(['en', 'da', 'nb'] as const)(
  'in %s a sentence that names a page by its menu calls it as the menu does',
  (language) => {
    const { groups, pages } = texts[language].shell
    const names = Object.values(pages)
    const menus = [groups.my, groups.resources, groups.finances, groups.company, groups.setup]
    const path = new RegExp(`(?:${menus.join('|')}) > [^'\`]+`, 'g')
    const files = filesIn(language)
    expect(files.length).toBeGreaterThan(30)
    const unknown = files.flatMap(([file, text]) =>
      [...text.matchAll(path)]
        .map(([named]) => named)
        .filter((named) => !theirs[language].test(named))
        .filter((named) => {
          const [, page = '', below = ''] = named.split(' > ')
          const last = page === pages.settings ? below : page
          return !names.some((name) => last.startsWith(name))
        })
        .map((named) => `${file}: ${named}`),
    )
    expect(unknown).toEqual([])
  },
)

test.each([
  ['da', /Firma > (?!Vedligeholdelse|Firmaoplysninger)[^.'`]+/g],
  ['nb', /Firma > (?!Vedlikehold|Firmaopplysninger)[^.'`]+/g],
] as const)('in %s the menu of the other system is not taken for ours', (language, path) => {
  const taken = filesIn(language).flatMap(([, text]) => text.match(path) ?? [])
  expect(taken).toEqual([])
})
