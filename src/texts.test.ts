import { expect, test } from 'vitest'
import { danishTexts, englishTexts, norwegianTexts } from './texts.ts'

const keysOf = (folders: readonly object[]) => folders.flatMap((texts) => Object.keys(texts)).toSorted()

test('every sentence of the server is written in Danish and in Norwegian', () => {
  expect(keysOf(danishTexts)).toEqual(keysOf(englishTexts))
  expect(keysOf(norwegianTexts)).toEqual(keysOf(englishTexts))
})

test('a key stands in one folder only', () => {
  const keys = keysOf(englishTexts)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
