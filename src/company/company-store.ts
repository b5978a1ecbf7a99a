import { asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Company, NumberSeries } from './company.ts'
import { company, numberSeries } from './company-table.ts'

export async function findCompany(db: Db | Tx): Promise<Company | undefined> {
  const [row] = await db.select().from(company)
  if (!row) return undefined
  const { id: _, ...shown } = row
  return shown
}

/** @throws when the instance was never set up: nobody can be signed in then. */
export async function getCompany(db: Db | Tx): Promise<Company> {
  const found = await findCompany(db)
  if (!found) throw new Error('There is no company yet; set-up makes it.')
  return found
}

/** Whose clock the screens and mails show; UTC until the set-up. */
export async function findTimeZone(db: Db | Tx): Promise<string> {
  return (await findCompany(db))?.timeZone ?? 'UTC'
}

/** At set-up; an existing company is left as it is. */
export async function insertCompany(tx: Tx, input: Omit<Company, 'version'>): Promise<void> {
  await tx.insert(company).values(input).onConflictDoNothing()
}

export async function lockCompany(tx: Tx): Promise<Company> {
  const [row] = await tx.select().from(company).for('update')
  if (!row) throw new Error('There is no company yet; set-up makes it.')
  const { id: _, ...shown } = row
  return shown
}

export async function updateCompany(tx: Tx, changed: Company): Promise<void> {
  await tx.update(company).set(changed).where(eq(company.id, 1))
}

export async function listSeries(db: Db | Tx): Promise<NumberSeries[]> {
  return db.select().from(numberSeries).orderBy(asc(numberSeries.kind))
}
