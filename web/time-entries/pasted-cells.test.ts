import { expect, test } from 'vitest'
import { pastedCells } from './pasted-cells.ts'

test('lines are rows and tabs part the cells; empty ones keep their place', () => {
  expect(pastedCells('7,5\t\t7:30\r\n\t1\t\r\n')).toEqual([
    ['7,5', '', '7:30'],
    ['', '1', ''],
  ])
  expect(pastedCells('1\n2')).toEqual([['1'], ['2']])
})

test('a single cell is pasted as any text', () => {
  expect(pastedCells('7,5')).toBeUndefined()
  expect(pastedCells('7,5\r\n')).toBeUndefined()
  expect(pastedCells('')).toBeUndefined()
})
