import { expect, test } from 'vitest'
import { csvFile, csvForm, csvLine } from './csv.ts'

const english = csvForm('en')
const danish = csvForm('da')

test('a Danish or Norwegian spreadsheet gets semicolons and decimal commas, an English one commas and points', () => {
  expect(csvLine(['Ærø', 7.5, 0, null], danish)).toEqual('Ærø;7,5;0;\r\n')
  expect(csvLine(['Ærø', 7.5, 0, null], csvForm('nb'))).toEqual('Ærø;7,5;0;\r\n')
  expect(csvLine(['Ærø', 7.25, 100 / 60], english)).toEqual('Ærø,7.25,1.67\r\n')
})

test('separators, quotes and line breaks stay within their cell', () => {
  expect(csvLine(['a,b', 'say "x"', 'one\ntwo', 'a;b'], english)).toEqual('"a,b","say ""x""","one\ntwo",a;b\r\n')
  expect(csvLine(['a;b', 'a,b'], danish)).toEqual('"a;b";a,b\r\n')
})

test.each(['=1+1', '+45', '-2', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1'])('%j is no formula', (text) => {
  expect(csvLine([text], english).replace(/^"/, '')).toMatch(/^'/)
})

test('a figure of ours is not made text, also a negative one', () => {
  expect(csvLine([-1.5], danish)).toEqual('-1,5\r\n')
})

test('a file begins with the mark of UTF-8, and is read no further than somebody reads it', async () => {
  let pages = 0
  let ended = false
  async function* endless() {
    try {
      for (;;) {
        pages += 1
        yield [['x', pages]]
      }
    } finally {
      ended = true
    }
  }
  const answer = csvFile('x.csv', english, endless())
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.value).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  expect(new TextDecoder().decode((await reader?.read())?.value)).toEqual('x,1\r\n')
  await reader?.cancel()
  expect(pages).toBeLessThan(5)
  expect(ended).toEqual(true)
})
