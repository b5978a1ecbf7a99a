import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { proofsOfNothing, readProofs, readRequirements, showCoverage } from './requirement-coverage.ts'

const page = [
  'Some words about UC-99.',
  '| row | what it asks for | part |',
  '|---|---|---|',
  '| UC-01 | It can be added. | walk |',
  '| UP-01 | What is paid there is paid here. | payments |',
].join('\n')

test('a requirement is a row of the table: number, sentence, part', () => {
  expect(readRequirements(page)).toEqual([
    { row: 'UC-01', text: 'It can be added.', part: 'walk' },
    { row: 'UP-01', text: 'What is paid there is paid here.', part: 'payments' },
  ])
})

test('a title proves every number it begins with, whatever its quotes', () => {
  const code = `
    test('UC-13 UC-15: a customer without a code', () => {})
    test("UC-14, UP-01: it isn't asked for", () => {})
    test.each([1, 2])(\`UC-16: \${reason} is refused\`, () => {})
    test('UC-17: a customer\\'s status', async () => {})`
  expect(readProofs('a.test.ts', code)).toEqual([
    { row: 'UC-13', title: 'a customer without a code', file: 'a.test.ts' },
    { row: 'UC-15', title: 'a customer without a code', file: 'a.test.ts' },
    { row: 'UC-14', title: "it isn't asked for", file: 'a.test.ts' },
    { row: 'UP-01', title: "it isn't asked for", file: 'a.test.ts' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the title as it stands in the code
    { row: 'UC-16', title: '${reason} is refused', file: 'a.test.ts' },
    { row: 'UC-17', title: "a customer's status", file: 'a.test.ts' },
  ])
})

test('a number in a comment, or later in a title, proves nothing', () => {
  expect(readProofs('a.test.ts', "// UC-11: see there\ntest('as UC-12: asks for', () => {})")).toEqual([])
})

test('a row without a test is listed as open, one with a test names it', () => {
  const shown = showCoverage(readRequirements(page), readProofs('a.test.ts', "test('UC-01: added by search', f)"))
  expect(shown).toContain('UC-01  It can be added. [walk]\n         added by search  (a.test.ts)')
  expect(shown).toContain('UP-01  OPEN  What is paid there')
  expect(shown).toContain('payments: 0 of 1 rows have a test\nall: 1 of 2 rows have a test')
})

test('a test that proves a row that does not exist is found', () => {
  const proofs = readProofs('a.test.ts', "test('UC-01 UC-77: added by search', f)")
  expect(proofsOfNothing(readRequirements(page), proofs)).toMatchObject([{ row: 'UC-77' }])
})

test('every row of the page has its place in the table, once and in order', () => {
  const markdown = readFileSync(new URL('../docs/requirements.md', import.meta.url), 'utf8')
  const rows = readRequirements(markdown).map(({ row }) => row)
  expect(rows).toHaveLength(markdown.match(/^\| U/gm)?.length ?? 0)
  expect(rows).toEqual([...new Set(rows)].sort())
  expect([rows[0], rows.at(-1)]).toEqual(['UC-01', 'UP-04'])
})
