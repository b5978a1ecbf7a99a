import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type IdentifierKind, isValidIdentifier, registrationKindOf, vatKindOf } from '../lib/identifiers.ts'
import { customerTexts } from './customer-texts.ts'

const say = sayFrom(customerTexts)

type Numbers = {
  countryCode: string
  registrationNumber: string | null
  vatNumber: string | null
  gln: string | null
}

/** What looks wrong but does not stop the save: numbers whose check digit fails. */
export function doubtsAbout(numbers: Numbers): { path: string; sentence: Sentence }[] {
  return [
    ...doubt('registrationNumber', registrationKindOf(numbers.countryCode), numbers.registrationNumber),
    ...doubt('vatNumber', vatKindOf(numbers.countryCode), numbers.vatNumber),
    ...doubt('gln', 'gln', numbers.gln),
  ]
}

function doubt(path: string, kind: IdentifierKind | undefined, number: string | null) {
  if (!kind || number === null || isValidIdentifier(kind, number)) return []
  return [{ path, sentence: say('customer.doubtfulNumber', { number, kind }) }]
}
