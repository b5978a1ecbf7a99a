import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { postingTexts } from './posting-texts.ts'
import type { Row } from './session.ts'

const say = sayFrom(postingTexts)

/** What the refusals that people meet mean, and where each is mended. */
const knownRefusals = {
  AccountDoesNotExist: 'post.noAccount',
  AccountIsMissing: 'post.noAccount',
  AccountIsBlocked: 'post.accountBlocked',
  DebtorIsStopped: 'post.debtorStopped',
  ProjectIsBlocked: 'post.projectBlocked',
  FinancePeriodNotOpen: 'post.periodClosed',
  FinancePeriodDoesNotExist: 'post.periodClosed',
  MonthNotOpen: 'post.periodClosed',
  VATTypeDoesNotExist: 'post.noVatCode',
  VatTypeDoesNotExist: 'post.noVatCode',
  NumberSerieIsBlocked: 'post.seriesBlocked',
  NumberSerieDoesNotExist: 'post.seriesBlocked',
  PrCategoryCannotBeBlank: 'post.noCategory',
  DimensionIsMandatory: 'post.dimensionMissing',
  DimensionDoesNotExist: 'post.dimensionMissing',
} as const

export function refusalOf(number: string, code: string, about: string): Sentence {
  const key = knownRefusals[code as keyof typeof knownRefusals]
  return key ? say(key, { number, about }) : say('post.refused', { number, code, about })
}

/** What an answer's refusal is about: a sentence of ours says itself what kind of thing it is. */
export function aboutOf(code: string, { ErrorProperty, ErrorValue }: Row): string {
  const parts = [ErrorProperty, ErrorValue].filter((part) => typeof part === 'string' && part !== '')
  return code in knownRefusals ? String(parts.at(-1) ?? '') : parts.join(' ')
}
