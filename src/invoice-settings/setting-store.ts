import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { accountingTexts } from '../accounting/accounting-texts.ts'
import type { WhyAccountStays } from '../accounting/save-account.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { project } from '../projects/project-table.ts'
import {
  accountFields,
  companySubject,
  type SettingLevel,
  type SettingValues,
  settingFields,
} from './invoice-setting.ts'
import { invoiceSetting } from './invoice-setting-table.ts'

const say = sayFrom(accountingTexts)

/** What a level says itself. Version 0: nothing yet. */
export type StoredSettings = { version: number; values: SettingValues }

export async function findSettings(db: Db | Tx, level: SettingLevel, subjectId: string): Promise<StoredSettings> {
  const [row] = await db.select().from(invoiceSetting).where(isOf(level, subjectId))
  return toStored(row)
}

/** Customers and projects are locked through their own rows, since theirs may not be there yet. */
export async function lockSettings(tx: Tx, level: SettingLevel, subjectId: string): Promise<StoredSettings> {
  const [row] = await tx.select().from(invoiceSetting).where(isOf(level, subjectId)).for('update')
  return toStored(row)
}

export async function storeSettings(
  tx: Tx,
  key: { level: SettingLevel; subjectId: string },
  { version, values }: { version: number; values: Partial<SettingValues> },
  now: Date,
): Promise<void> {
  const columns = { ...values, version, updatedAt: now }
  await tx
    .insert(invoiceSetting)
    .values({ ...key, ...columns })
    .onConflictDoUpdate({ target: [invoiceSetting.level, invoiceSetting.subjectId], set: columns })
}

/** An account that a level names is not deleted. What deleted customers and projects said is forgotten first. */
export const whyAccountStaysInSettings: WhyAccountStays = async (tx, { id, number, name }) => {
  const namesIt = or(...accountFields.map((field) => eq(invoiceSetting[field], id)))
  const users = await tx
    .select({
      level: invoiceSetting.level,
      subjectId: invoiceSetting.subjectId,
      customer: { number: customer.number, name: customer.name, deletedAt: customer.deletedAt },
      project: { number: project.number, name: project.name, deletedAt: project.deletedAt },
    })
    .from(invoiceSetting)
    .leftJoin(customer, and(eq(invoiceSetting.level, 'customer'), eq(customer.id, invoiceSetting.subjectId)))
    .leftJoin(project, and(eq(invoiceSetting.level, 'project'), eq(project.id, invoiceSetting.subjectId)))
    .where(namesIt)
    .orderBy(asc(invoiceSetting.level), asc(customer.numberSort), asc(project.numberSort))
  const isGone = (user: (typeof users)[number]) => Boolean((user.customer ?? user.project)?.deletedAt)
  const gone = users.filter(isGone).map(({ subjectId }) => subjectId)
  if (gone.length > 0) await tx.delete(invoiceSetting).where(inArray(invoiceSetting.subjectId, gone))
  const [first, ...more] = users.filter((user) => !isGone(user))
  if (!first) return undefined
  const record = first.customer ?? first.project
  const where = record ? `${record.number} ${record.name}` : 'the company'
  return say('account.inSettings', { number, name, where, more: more.length })
}

const isOf = (level: SettingLevel, subjectId: string) =>
  and(eq(invoiceSetting.level, level), eq(invoiceSetting.subjectId, subjectId))

function toStored(row: typeof invoiceSetting.$inferSelect | undefined): StoredSettings {
  const values = Object.fromEntries(settingFields.map((field) => [field, row?.[field] ?? null])) as SettingValues
  return { version: row?.version ?? 0, values }
}

export const company = { level: 'company', subjectId: companySubject } as const
