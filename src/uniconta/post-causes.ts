// Which change here may mend which refusal: the document goes again by itself then. What only a hand there can mend is not named.
import { SyncFailure } from '../sync/failure.ts'
import type { Document } from './posting-document.ts'
import type { postingTexts } from './posting-texts.ts'
import type { unicontaTexts } from './uniconta-texts.ts'

type Key = keyof typeof postingTexts | keyof typeof unicontaTexts

const category = ['tag', 'tag-group', 'project', 'integration']
const dimension = ['tag', 'tag-group', 'department', 'project', 'integration']
/** All that an order is made from, where the other side did not say what is wrong with it. */
const anything = ['customer', 'account', 'vat-code', 'payment-term', ...dimension]

const causes: Partial<Record<Key, readonly string[]>> = {
  'post.orderRefused': anything,
  'post.refused': anything,
  'post.orderWrong': anything,
  'post.noAccount': ['account'],
  'post.accountBlocked': ['account'],
  'post.noVatCode': ['vat-code', 'account'],
  'post.blocked': ['account', 'vat-code', ...dimension],
  'post.debtorStopped': ['customer'],
  'post.projectBlocked': ['project'],
  'post.noTerm': ['payment-term', 'integration'],
  'post.noCreditSeries': ['integration'],
  'post.noCategory': category,
  'post.categoryType': category,
  'post.noCategoryTag': category,
  'post.noDepartmentTag': dimension,
  'post.noDepartment': dimension,
  'post.dimensionMissing': dimension,
  'post.noProjectThere': ['project', 'integration'],
  'post.projectUnread': ['project', 'integration'],
  'uniconta.manyGroupTags': dimension,
  'uniconta.tagWithoutCode': dimension,
}

/** The failure with what may mend it: of customers and projects only the document's own. */
export function withCauses(failure: SyncFailure, { customer, project }: Document): SyncFailure {
  const { kind, sentence, details } = failure
  const named = causes[sentence.key as Key]
  if (kind !== 'rejected' || !named) return failure
  const own: Partial<Record<string, string>> = { customer: customer.id, project: project.id }
  return new SyncFailure(kind, sentence, {
    ...details,
    causes: named.map((cause) => (own[cause] ? `${cause}:${own[cause]}` : cause)),
    cause: details.cause ?? failure,
  })
}
