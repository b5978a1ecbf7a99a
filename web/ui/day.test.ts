import { describe, expect, test } from 'vitest'
import { readDay, writeDay } from './day.ts'

describe('a day in a field', () => {
  test.each([
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['1-2-26', '2026-02-01'],
    ['1.2.', '2027-02-01'],
    ['24 11', '2027-11-24'],
    [' 2026-11-24 ', '2026-11-24'],
  ])('"%s" is read as %s', (text, day) => {
    expect(readDay(text, '2027-06-30')).toEqual(day)
  })

  test.each(['', 'tomorrow', '31/02/2026', '11/24/2026', '24/11/202', '2026-02-30'])('"%s" is no day', (text) => {
    expect(readDay(text, '2027-06-30')).toBeUndefined()
  })

  test('it is written as the reader writes it', () => {
    expect(writeDay('2026-11-04', 'en')).toEqual('04/11/2026')
    expect(writeDay('2026-11-04', 'da')).toEqual('04.11.2026')
  })

  test('what is not a day stays as it was typed', () => {
    expect(writeDay('soon', 'en')).toEqual('soon')
  })
})
