import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldSentence } from './field-sentence.ts'
import { optionalEmail, optionalText, requiredText } from './fields.ts'
import { httpTexts } from './http-texts.ts'
import { createPhrasebook } from './i18n/sentence.ts'

const phrase = createPhrasebook({ en: [httpTexts] })
const wordsFor = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { reportInput: true }).error?.issues.map((issue) => phrase(fieldSentence(issue), 'en'))

test.each([
  [requiredText(100), '', 'Fill this in.'],
  [requiredText(3), 'four', 'At most 3 characters.'],
  [z.string().min(10), 'short', 'At least 10 characters.'],
  [requiredText(100), undefined, 'This is missing.'],
  [requiredText(100), 7, 'This has to be text.'],
  [z.number(), null, 'Fill this in.'],
  [optionalText(20), 7, 'This has to be text.'],
  [optionalEmail, 'bo', 'Write an e-mail address such as name@firm.dk.'],
  [z.number().int(), 1.5, 'This has to be a whole number.'],
  [z.number().max(365), 400, 'At most 365.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'At most 1 entry.'],
  [z.uuid(), 'x', 'Write an id of a record.'],
  [z.enum(['email', 'letter']), 'fax', 'Choose one of these: email, letter.'],
  [z.strictObject({}), { colour: 'red' }, 'There is no such field.'],
  [z.string().regex(/^\d+$/, { message: 'Use digits only.' }), 'x', 'Use digits only.'],
])('what is wrong with a field is said about the field: %#', (schema, value, sentence) => {
  expect(wordsFor(schema, value)).toEqual([sentence])
})
