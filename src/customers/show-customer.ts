import { storedFields } from '../lib/columns.ts'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { notFound } from '../lib/stale.ts'
import { findBadge } from '../sync/badge-store.ts'
import { getTagIds } from '../tags/record-tags.ts'
import type { Customer } from './customer.ts'
import { findCustomer, inputOf } from './customer-store.ts'
import { doubtsAbout } from './doubts.ts'

/** The customer as the API shows it. @throws not-found */
export async function getCustomer(db: Db, id: string, phrase: Phrasebook, language: Language): Promise<Customer> {
  const row = await findCustomer(db, id)
  if (!row) throw notFound('customer', id)
  return {
    ...inputOf(row, await getTagIds(db, id)),
    ...storedFields(row),
    sync: await findBadge(db, 'customer', id, phrase, language),
    warnings: doubtsAbout(row).map(({ path, sentence }) => ({ path, message: phrase(sentence, language) })),
  }
}
