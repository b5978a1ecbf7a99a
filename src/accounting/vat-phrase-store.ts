import { eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { type VatCategory, vatCategories } from './accounting.ts'
import { vatPhrase } from './accounting-table.ts'
import { standardPhrases, type VatPhrase, type VatPhraseChange } from './vat-phrase.ts'

export async function listVatPhrases(db: Db | Tx): Promise<VatPhrase[]> {
  const rows = new Map((await db.select().from(vatPhrase)).map((row) => [row.category, row]))
  return vatCategories.map((category) => ({
    ...(rows.get(category) ?? unwritten(category)),
    standard: standardPhrases[category],
  }))
}

/** What a document says of each category in a language: the company's own words, else the standard ones. Empty: nothing. */
export async function findVatPhrases(db: Db | Tx, language: Language): Promise<Record<VatCategory, string>> {
  const phrases = await listVatPhrases(db)
  return Object.fromEntries(
    phrases.map((phrase) => [phrase.category, phrase[language] ?? phrase.standard[language]]),
  ) as Record<VatCategory, string>
}

export async function changeVatPhrase(
  db: Db,
  actor: Actor,
  category: VatCategory,
  change: VatPhraseChange,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    // The row may not be there yet: this one is, so that two cannot both write the first.
    await tx
      .insert(vatPhrase)
      .values({ ...unwritten(category) })
      .onConflictDoNothing()
    const [row] = await tx.select().from(vatPhrase).where(eq(vatPhrase.category, category)).for('update')
    const before = row ?? unwritten(category)
    const { version: _, ...after } = change
    mustBeCurrent('VAT phrase', change, before)
    await tx
      .update(vatPhrase)
      .set({ ...after, version: before.version + 1 })
      .where(eq(vatPhrase.category, category))
    const { da, nb, en } = before
    await recordChange(tx, actor, { kind: 'vat-phrases', subject: category, before: { da, nb, en }, after }, now)
  })
}

const unwritten = (category: VatCategory) => ({ category, version: 0, da: null, nb: null, en: null })
