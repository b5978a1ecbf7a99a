// What is wrong with a field, as a sentence about the field. The words of the schema library are for programmers.
import type { $ZodIssue } from 'zod/v4/core'
import { httpTexts } from './http-texts.ts'
import { type Sentence, sayFrom } from './i18n/sentence.ts'

const say = sayFrom(httpTexts)

/** A schema's own message is a sentence already and stays as it is. */
export function fieldSentence(issue: $ZodIssue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === null) return say('field.empty')
      return issue.input === undefined ? say('field.missing') : say('field.wrongKind', { kind: issue.expected })
    case 'invalid_value':
      return say('field.notOffered', { values: issue.values.map(String).join(', ') })
    case 'invalid_format':
      return issue.format === 'regex' ? own(issue) : say('field.wrongForm', { form: issue.format })
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return say('field.empty')
      return say('field.tooSmall', { limit: Number(issue.minimum), of: issue.origin })
    case 'too_big':
      return say('field.tooBig', { limit: Number(issue.maximum), of: issue.origin })
    case 'unrecognized_keys':
      return say('field.unknown')
    default:
      return own(issue)
  }
}

const own = (issue: $ZodIssue): Sentence => say('field.invalid', { reason: issue.message })
