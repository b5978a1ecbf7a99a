import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

/** The files that a page leads to, without its addresses in the web and its own headings. */
function linksOf(page: string): string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target as string)
  return links.filter((target) => !/^[a-z]+:/.test(target)).map((target) => join(dirname(page), target))
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  expect(linksOf(page).filter((target) => !existsSync(target))).toEqual([])
})

const folders = [...readdirSync('src'), 'src', 'web', 'db', 'test', 'assets', 'sandbox', 'scripts', 'bench', 'docs']
const places = ['', 'src/']

/** What a page names as `folder/file`, without the patterns that stand for many. */
function pathsIn(page: string): string[] {
  const named = [...readFileSync(page, 'utf8').matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path]) => path as string)
  return named.filter((path) => folders.includes(path.split('/')[0] ?? '') && !path.includes('NNNN'))
}

test.each(pages)('every file and folder that %s names is there', (page) => {
  expect(pathsIn(page).filter((path) => !places.some((place) => existsSync(place + path)))).toEqual([])
})

test('a word stands in the glossary once', () => {
  const rows = readFileSync('docs/glossary.md', 'utf8').split('\n').slice(6)
  const words = rows.flatMap((row) => (row.split('|')[1] ?? '').replaceAll(/\(.*?\)/g, '').split(','))
  const known = words.map((word) => word.trim()).filter((word) => word !== '')
  expect(known.filter((word, index) => known.indexOf(word) !== index)).toEqual([])
})

test('UC-98: the page about Uniconta shows each screen that a set-up goes through', () => {
  const pictures = linksOf('docs/uniconta.md').filter((target) => target.endsWith('.png'))
  expect(pictures).toEqual(
    [
      ...['dialog', 'customer-groups', 'project-departments', 'export-invoices', 'project-categories', 'check-set-up'],
      ...['check-set-up-invoices', 'number-series', 'invoices-in-the-books', 'posted-invoice'],
      ...['import-expenses-fields', 'import-expenses'],
    ].map((name) => `docs/pictures/${name}.png`),
  )
  for (const picture of pictures) expect(readFileSync(picture).subarray(1, 4).toString(), picture).toEqual('PNG')
})
