import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursStyles, parseHours, writeHours } from './hours.ts'

describe('hours in a cell', () => {
  test.each([
    ['7.5', 450],
    ['7,5', 450],
    ['7:30', 450],
    ['7h30', 450],
    ['7 h 30 m', 450],
    ['7t30', 450],
    ['7,50', 450],
    ['7.5h', 450],
    [' 7.5 ', 450],
    ['8', 480],
    ['8h', 480],
    ['7.', 420],
    ['.5', 30],
    [',5', 30],
    ['0,25', 15],
    [':45', 45],
    ['45m', 45],
    ['90 min', 90],
    ['24', 1440],
    ['24:00', 1440],
    ['0', 0],
    ['', 0],
    ['   ', 0],
    ['7.33', 440],
  ])('"%s" is %i minutes', (text, minutes) => {
    expect(parseHours(text)).toEqual({ minutes })
  })

  test.each(['730', '24.01', '24:01', '1441m', '25h', '999999999999'])('"%s" is more than a day has', (text) => {
    expect(parseHours(text)).toEqual({ fault: 'too-many' })
  })

  test.each(['-2', '−2', '- 7:30', '-0'])('"%s" would be hours below none', (text) => {
    expect(parseHours(text)).toEqual({ fault: 'negative' })
  })

  test.each([
    'seven',
    '7:5',
    '7:60',
    '7h60',
    '1.5h30',
    '7.5.1',
    '1e3',
    '0x7',
    ',',
    '.',
    ':',
    'h',
    'm',
    '7,5 8',
    '7..5',
    '7;30',
    'Infinity',
    'NaN',
    '--2',
    '-seven',
    '½',
    '７',
    '7\u202e5',
    '<b>7</b>',
  ])('"%s" is not understood', (text) => {
    expect(parseHours(text)).toEqual({ fault: 'unread' })
  })

  test.each([
    [450, 'decimal', 'en', '7.50'],
    [450, 'decimal', 'da', '7,50'],
    [450, 'clock', 'nb', '7:30'],
    [-450, 'clock', 'en', '−7:30'],
    [-15, 'decimal', 'da', '−0,25'],
    [75_000, 'decimal', 'en', '1,250.00'],
    [75_000, 'clock', 'da', '1.250:00'],
    [5, 'clock', 'en', '0:05'],
  ] as const)('%i minutes are written %s in %s as %s', (minutes, style, language, text) => {
    expect(writeHours(minutes, style, language)).toEqual(text)
  })

  test('what is written is read as the same minutes, in every language', () => {
    const minute = fc.integer({ min: 0, max: 1440 })
    fc.assert(
      fc.property(
        minute,
        fc.constantFrom(...hoursStyles),
        fc.constantFrom('en', 'da', 'nb'),
        (minutes, style, language) => {
          expect(parseHours(writeHours(minutes, style, language))).toEqual({ minutes })
        },
      ),
    )
  })

  test('whatever is typed is minutes of a day or a fault that is said', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseHours(text)
        if ('minutes' in read)
          expect(Number.isInteger(read.minutes) && read.minutes >= 0 && read.minutes <= 1440).toEqual(true)
        else expect(['unread', 'negative', 'too-many']).toContain(read.fault)
      }),
    )
  })
})
