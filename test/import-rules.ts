// The rules of docs/architecture.md about who may import whom, as functions of texts, so that they can be tried on a toy tree.
import { posix } from 'node:path'

export type SourceFile = { path: string; text: string }
type Import = { from: string; to: string; isType: boolean }

/** From bottom to top. A file may import from its own floor or one below, never from above. */
const floors = ['lib', 'sync', 'nouns', 'uniconta', 'top'] as const

/** What a file for the browser may take from npm. */
const packagesOfPureFiles = ['zod', 'decimal.js']

const isTest = (path: string) => path.endsWith('.test.ts')

export function importsGoingUp(files: SourceFile[]): string[] {
  return importsWithin(files, 'src/')
    .filter(({ from, to }) => floorOf(to) > floorOf(from))
    .map(show)
}

export function nounsInACircle(files: SourceFile[]): string[] {
  const imports = importsWithin(files, 'src/').filter(({ from, to }) => isNoun(from) && isNoun(to))
  const needs = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [folder, needed] = [folderOf(from), folderOf(to)]
    if (folder !== needed) needs.set(folder, (needs.get(folder) ?? new Set()).add(needed))
  }
  return [...needs.keys()].filter((folder) => reaches(needs, folder, folder)).sort()
}

/** Types may come from everywhere; what runs in the browser only from files that need no server. */
export function impureImportsOfWeb(files: SourceFile[]): string[] {
  const texts = new Map(files.map((file) => [file.path, file]))
  const isPure = (path: string, seen: string[] = []): boolean => {
    const file = texts.get(path)
    if (!file || seen.includes(path)) return file !== undefined
    return importsOf(file).every(
      ({ to, isType }) =>
        isType || (to.startsWith('src/') ? isPure(to, [...seen, path]) : packagesOfPureFiles.includes(to)),
    )
  }
  return files
    .filter(({ path }) => path.startsWith('web/'))
    .flatMap(importsOf)
    .filter(({ to, isType }) => to.startsWith('src/') && !isType && !isPure(to))
    .map(show)
}

/** The sandbox knows nothing of Akkord, Akkord nothing of the sandbox, and what is shipped needs nothing of the tests. */
export function importsAcross(files: SourceFile[]): string[] {
  const mayImport: Record<string, string[]> = {
    src: ['src'],
    sandbox: ['sandbox'],
    web: ['web', 'src'],
    scripts: ['scripts', 'src', 'sandbox'],
    bench: ['bench', 'scripts', 'src', 'sandbox'],
  }
  return files
    .filter(({ path }) => !isTest(path))
    .flatMap(importsOf)
    .filter(({ from, to }) => to.includes('/') && !isPackage(to) && !mayImport[top(from)]?.includes(top(to)))
    .filter(({ from }) => top(from) in mayImport)
    .map(show)
}

export function importsFromOutside(files: SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => importsOf({ path, text }).some(({ to }) => to.startsWith('../')) || namesOutside(text))
    .map(({ path }) => path)
}

/** Elsewhere texts say {system}; the connector supplies its name. */
export function filesNaming(word: string, files: SourceFile[]): string[] {
  const mayName = (path: string) =>
    isTest(path) ||
    /^(src|web)\/uniconta\//.test(path) ||
    /^((src|web)\/[^/]+$|sandbox\/|scripts\/|bench\/|test\/)/.test(path)
  return files
    .filter(({ path, text }) => !mayName(path) && text.toLowerCase().includes(word.toLowerCase()))
    .map(({ path }) => path)
}

function importsWithin(files: SourceFile[], folder: string): Import[] {
  return files
    .filter(({ path }) => path.startsWith(folder) && !isTest(path))
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith(folder))
}

function importsOf({ path, text }: SourceFile): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s(?:(type)\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm)
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'/g)
  return [
    ...[...statements].map(([, type, target, bare]) => ({ isType: type !== undefined, target: target ?? bare ?? '' })),
    ...[...dynamic].map(([, target = '']) => ({ isType: false, target })),
  ].map(({ isType, target }) => ({
    from: path,
    to: target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
    isType,
  }))
}

function floorOf(path: string): number {
  const [, folder = '', below] = path.split('/')
  if (below === undefined) return floors.indexOf('top')
  const floor = floors.find((floor) => floor === folder)
  return floors.indexOf(floor ?? 'nouns')
}

const isNoun = (path: string) => floors[floorOf(path)] === 'nouns'
const top = (path: string) => path.split('/')[0] ?? ''
const folderOf = (path: string) => path.split('/')[1] ?? ''
const isPackage = (to: string) => to.startsWith('@') || !/\.(tsx?|mjs|json|css|svg)$/.test(to)
const namesOutside = (text: string) => /(^|[^.\w])(\.\.\/)+shared\//.test(text)
const show = ({ from, to }: Import) => `${from} -> ${to}`

function reaches(needs: Map<string, Set<string>>, from: string, to: string, seen = new Set<string>()): boolean {
  return [...(needs.get(from) ?? [])].some((next) => {
    if (next === to) return true
    if (seen.has(next)) return false
    return reaches(needs, next, to, seen.add(next))
  })
}
