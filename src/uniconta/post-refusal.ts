import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { postingTexts } from './posting-texts.ts'

const say = sayFrom(postingTexts)

/** What the refusals that people meet mean, and where each is mended. */
export function refusalOf(number: string, code: string, about: string): Sentence {
  const known = {
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
  const key = known[code as keyof typeof known]
  return key ? say(key, { number, about }) : say('post.refused', { number, code, about })
}
