import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../src/lib/database/package-root.ts'
import {
  filesNaming,
  importsAcross,
  importsFromOutside,
  importsGoingUp,
  impureImportsOfWeb,
  nounsInACircle,
  type SourceFile,
} from './import-rules.ts'

describe('on a toy tree', () => {
  test('an import of a floor above is found, one of a floor below is not', () => {
    const tree = aTree({
      'src/lib/money.ts': "import { x } from '../customers/customer.ts'",
      'src/sync/lane.ts': "import { x } from '../lib/money.ts'\nimport type { Y } from '../uniconta/wire.ts'",
      'src/customers/save-customer.ts': "import { x } from '../sync/lane.ts'\nimport { y } from '../app.ts'",
      'src/uniconta/wire.ts': "import { x } from '../customers/save-customer.ts'",
      'src/app.ts': "import { x } from './uniconta/wire.ts'",
    })
    expect(importsGoingUp(tree)).toEqual([
      'src/lib/money.ts -> src/customers/customer.ts',
      'src/sync/lane.ts -> src/uniconta/wire.ts',
      'src/customers/save-customer.ts -> src/app.ts',
    ])
  })

  test('an import over several lines, one without names and one at run time are seen', () => {
    const tree = aTree({
      'src/lib/a.ts': "import {\n  one,\n  type Two,\n} from '../app.ts'",
      'src/lib/b.ts': "import '../app.ts'",
      'src/lib/c.ts': "const app = await import('../app.ts')",
      'src/lib/d.ts': "export { one } from '../app.ts'",
    })
    expect(importsGoingUp(tree)).toHaveLength(4)
  })

  test('nouns that need each other over a third one stand in a circle', () => {
    const tree = aTree({
      'src/customers/a.ts': "import { x } from '../tags/a.ts'",
      'src/tags/a.ts': "import { x } from '../projects/a.ts'",
      'src/projects/a.ts': "import { x } from '../customers/a.ts'\nimport { y } from '../users/a.ts'",
      'src/users/a.ts': "import { x } from '../lib/a.ts'",
    })
    expect(nounsInACircle(tree)).toEqual(['customers', 'projects', 'tags'])
  })

  test('the web may take a pure file and any type, and no file that needs a server, however far below', () => {
    const tree = aTree({
      'src/tags/tag.ts': "import { z } from 'zod'\nimport { x } from '../lib/texts.ts'",
      'src/lib/texts.ts': "import type { Db } from './database.ts'",
      'src/lib/database.ts': "import pg from 'pg'",
      'src/tags/tag-store.ts': "import { db } from '../lib/database.ts'",
      'src/users/user.ts': "import { x } from '../tags/tag-store.ts'",
      'web/a.tsx': "import { Tag } from '../src/tags/tag.ts'\nimport type { Db } from '../src/lib/database.ts'",
      'web/b.tsx': "import { user } from '../src/users/user.ts'",
    })
    expect(impureImportsOfWeb(tree)).toEqual(['web/b.tsx -> src/users/user.ts'])
  })

  test('the sandbox takes nothing of Akkord, and nothing that is shipped takes from the tests', () => {
    const tree = aTree({
      'sandbox/rows.ts': "import { x } from '../src/lib/ids.ts'",
      'sandbox/rows.test.ts': "import { x } from '../test/builders.ts'",
      'src/app.ts': "import { x } from '../test/builders.ts'\nimport { y } from 'hono/csrf'",
      'scripts/demo.ts': "import { x } from '../src/app.ts'\nimport { y } from './build.mjs'",
    })
    expect(importsAcross(tree)).toEqual(['sandbox/rows.ts -> src/lib/ids.ts', 'src/app.ts -> test/builders.ts'])
  })

  test('a file beyond the package is found, imported or read', () => {
    const beyond = ['..', 'shared', 'facts.json'].join('/')
    const tree = aTree({
      'src/a.ts': `import { x } from '../${beyond}'`,
      'sandbox/b.test.ts': `new URL('../${beyond}', import.meta.url)`,
      'src/c.ts': "import { x } from './shared/fine.ts'",
    })
    expect(importsFromOutside(tree)).toEqual(['src/a.ts', 'sandbox/b.test.ts'])
  })

  test('a name that stands where it may not is found, in every spelling', () => {
    const tree = aTree({
      'src/sync/lane.ts': '// what UNICONTA needs',
      'web/shell/pages.ts': "'uniconta'",
      'web/uniconta/dialog.tsx': 'Uniconta',
      'src/uniconta/wire.ts': 'Uniconta',
      'src/main.ts': 'unicontaUrl',
      'src/customers/customers.test.ts': 'reaches Uniconta',
    })
    expect(filesNaming('Uniconta', tree)).toEqual(['src/sync/lane.ts', 'web/shell/pages.ts'])
  })
})

describe('in this package', () => {
  const files = ['src', 'web', 'sandbox', 'scripts', 'bench', 'test'].flatMap(sourceFiles)

  test('imports go down only: main, connector, nouns, engine, tools', () => {
    expect(importsGoingUp(files)).toEqual([])
  })

  test('no noun needs itself over others', () => {
    expect(nounsInACircle(files)).toEqual([])
  })

  test('the web takes only pure files and types from the server', () => {
    expect(impureImportsOfWeb(files)).toEqual([])
  })

  test('sandbox and server stand alone, and nothing shipped needs the tests', () => {
    expect(importsAcross(files)).toEqual([])
  })

  test('nothing reads a file beyond the package', () => {
    expect(importsFromOutside(files)).toEqual([])
  })

  test('only the connector and its surroundings name the system behind it', () => {
    expect(filesNaming('Uniconta', files)).toEqual([])
  })

  test('the tree was read', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(files.map(({ path }) => path)).toContain('src/main.ts')
  })
})

function aTree(texts: Record<string, string>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }))
}

function sourceFiles(folder: string): SourceFile[] {
  let names: string[]
  try {
    names = readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
  return names
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(join(packageRoot, path), 'utf8') }))
}
