import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { integration } from './integration-table.ts'

export type StoredIntegration = typeof integration.$inferSelect

export async function findIntegration(db: Db | Tx, type: string): Promise<StoredIntegration | undefined> {
  const [row] = await db.select().from(integration).where(eq(integration.type, type))
  return row
}

export async function listIntegrations(db: Db): Promise<StoredIntegration[]> {
  return db.select().from(integration).orderBy(integration.createdAt)
}

/** False when there is one of its type already. */
export async function insertIntegration(tx: Tx, row: StoredIntegration): Promise<boolean> {
  const { rowCount } = await tx.insert(integration).values(row).onConflictDoNothing()
  return rowCount === 1
}

/** False when somebody else saved it meanwhile. */
export async function updateIntegration(tx: Tx, row: StoredIntegration, knownVersion: number): Promise<boolean> {
  const { id, type: _type, createdAt: _createdAt, ...rest } = row
  const { rowCount } = await tx
    .update(integration)
    .set(rest)
    .where(and(eq(integration.id, id), eq(integration.version, knownVersion)))
  return rowCount === 1
}

/**
 * Facts are learned beside the settings and do not count as a change of them. Each replaces its own kind only, and those that were
 * learned under settings that were changed meanwhile are dropped: they may be another company's.
 */
export async function saveFacts(
  tx: Db | Tx,
  { id, version }: Pick<StoredIntegration, 'id' | 'version'>,
  facts: Record<string, unknown>,
): Promise<void> {
  await tx
    .update(integration)
    .set({ facts: sql`${integration.facts} || ${JSON.stringify(facts)}::jsonb` })
    .where(and(eq(integration.id, id), eq(integration.version, version)))
}

export async function deleteIntegration(tx: Tx, id: string): Promise<void> {
  await tx.delete(integration).where(eq(integration.id, id))
}
