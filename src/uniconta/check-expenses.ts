// Check set-up: whether the import of expenses can read what it reads.
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Finding } from './connection.ts'
import { importTexts } from './import-texts.ts'
import { readAll } from './read-all.ts'
import { finding, type Look } from './set-up-look.ts'

const say = sayFrom(importTexts)

/** @throws Refused by name when a table may not be read. */
export async function checkExpenses({ calls, connection }: Look): Promise<Finding> {
  const title = say('check.expenses')
  const mend = { where: say('check.expenses.where') }
  const series = connection.settings.expenseSeries ?? ''
  const found = (await readAll(calls, 'NumberSerieClient', 'Serie')).get(series)
  if (!found) return finding('expenses', 'error', title, say('check.expenses.gone', { series }), mend)
  for (const entity of ['GLTransClient', 'GLDailyJournalPostedClient', 'ProjectTransClient', 'CreditorClient'])
    await calls.query(entity, [{ Take: 1 }])
  return found.Blocked === true
    ? finding('expenses', 'warning', title, say('check.expenses.blocked', { series }), mend)
    : finding('expenses', 'ok', title, say('check.expenses.ok', { series }))
}
