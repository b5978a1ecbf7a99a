import { and, type SQL, sql } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import { sortKeys } from '../lib/listing.ts'
import { writeAmount } from '../lib/money.ts'
import { containsWords } from '../lib/search-text.ts'
import type { BalanceTotal, CustomerBalance } from './ledger.ts'

export const balanceSorts = sortKeys('name', 'number', 'open', 'overdue', 'oldestDueOn')

export type BalanceFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: (typeof balanceSorts)[number]
  currency?: string | undefined
  /** Only customers with something overdue. */
  overdue: boolean
}

const sortColumns = {
  name: 'name_sort',
  number: 'number_sort',
  open: 'open',
  overdue: 'overdue',
  oldestDueOn: 'oldest',
}

type Sums = Record<'open' | 'not_due' | 'early' | 'middle' | 'late' | 'overdue', string>
type BalanceRow = Sums & {
  customer_id: string
  number: string
  name: string
  currency: string
  documents: string
  oldest: string | null
}

/** Customers with open documents, a row for each currency; how long what is open is overdue is counted from `today`. */
export async function listBalances(
  db: Db,
  filter: BalanceFilter,
  today: string,
): Promise<{ items: CustomerBalance[]; total: number; totals: BalanceTotal[] }> {
  const down = filter.sort.startsWith('-')
  const column = sortColumns[filter.sort.replace('-', '') as keyof typeof sortColumns]
  const direction = sql.raw(down ? 'desc nulls last' : 'asc nulls last')
  const { rows } = await db.execute<BalanceRow>(sql`
    select * from (${balancesOf(filter, today)}) b
     order by ${sql.raw(column)} ${direction}, customer_id, currency
     limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)
  const totals = await totalsOf(db, filter, today)
  return {
    items: rows.map((row) => ({
      customerId: row.customer_id,
      customerNumber: row.number,
      customerName: row.name,
      currency: row.currency,
      ...agedOf(row),
      documents: Number(row.documents),
      oldestDueOn: row.oldest,
    })),
    total: totals.reduce((all, { customers }) => all + customers, 0),
    totals,
  }
}

async function totalsOf(db: Db, filter: BalanceFilter, today: string): Promise<BalanceTotal[]> {
  const { rows } = await db.execute<Sums & { currency: string; customers: string }>(sql`
    select currency, count(*) as customers, sum(open) as open, sum(not_due) as not_due, sum(early) as early, sum(middle) as middle,
           sum(late) as late, sum(overdue) as overdue
      from (${balancesOf(filter, today)}) b group by currency order by currency`)
  return rows.map((row) => ({ currency: row.currency, customers: Number(row.customers), ...agedOf(row) }))
}

function balancesOf(filter: BalanceFilter, today: string): SQL {
  const overdueWhen = (from: number, to: number | null) =>
    sql`coalesce(sum(s.open) filter (where s.open > 0 and ${today}::date - s.due_on >= ${from}::int
        ${to === null ? sql`` : sql`and ${today}::date - s.due_on <= ${to}::int`}), 0)`
  const where = and(
    sql`s.open <> 0`,
    filter.currency ? sql`i.currency = ${filter.currency}` : undefined,
    containsWords(customer.searchText, filter.search),
  )
  return sql`
    select i.customer_id, "customer".number, "customer".name, "customer".name_sort, "customer".number_sort, i.currency,
           count(*) as documents, sum(s.open) as open,
           sum(s.open) - ${overdueWhen(1, null)} as not_due, ${overdueWhen(1, 30)} as early, ${overdueWhen(31, 60)} as middle,
           ${overdueWhen(61, null)} as late, ${overdueWhen(1, null)} as overdue,
           min(s.due_on) filter (where s.open > 0 and s.due_on < ${today}::date) as oldest
      from invoice_standing s
      join invoice i on i.id = s.invoice_id
      join ${customer} on "customer".id = i.customer_id
     where ${where}
     group by i.customer_id, "customer".id, i.currency
    ${filter.overdue ? sql`having ${overdueWhen(1, null)} > 0` : sql``}`
}

function agedOf(row: Sums & { currency: string }) {
  const written = (minor: string) => writeAmount(BigInt(minor), row.currency)
  return {
    open: written(row.open),
    notDue: written(row.not_due),
    days1to30: written(row.early),
    days31to60: written(row.middle),
    daysOver60: written(row.late),
    overdue: written(row.overdue),
  }
}
