// From a supplier's bill in the books to the customer's payment of it: it comes in, is billed on, is paid there, and is paid here.
import type { Client } from './akkord.ts'
import type { Books } from './books.ts'
import { type Sum, øreOf } from './compare-documents.ts'
import { msSince, type Stage, secondsSince, system, until } from './show.ts'
import { badgeOf, draftOf, finalize, findProjectToBill, written } from './show-invoices.ts'

const payments = '/integrations/uniconta-payments'
const [series, costs] = ['Finans', '2010']

// biome-ignore lint/suspicious/noExplicitAny: the shapes are those of /api/openapi.json.
type Json = any

export async function showExpense(stage: Stage): Promise<void> {
  const { client, books, say } = stage
  await connectMoney(stage)
  const project = await findProjectToBill(stage)
  const expense = await billOfSupplier(stage, project)
  const draft = await draftOf(stage, project)
  const line = draft.lines.find(({ text }: Json) => text.includes(expense.title))
  if (!line) throw new Error(`${expense.title} is not on the invoice of project ${project.projectNumber}.`)
  const { id, number, gross } = await finalize(stage, draft)
  say(`  It is billed on: invoice ${number} over ${written(gross)}, ${written(line.net)} of it for "${expense.title}".`)
  await until('the invoice is in the books', async () => (await badgeOf(stage, { id, number })).state === 'transferred')
  await books.payByHand({ InvoiceNumber: Number(number) })
  const paidAt = performance.now()
  await client.post('/payment-import/run', {})
  const find = () => client.get(`/invoices/${id}`)
  await until('the payment came back', async () => (await find()).paymentState === 'paid')
  say(
    `  The customer pays, the accountant books it, and ${msSince(paidAt)} after Run now invoice ${number} is paid here.`,
  )
}

/** Both integrations as a person would save them; nothing when they are there already. */
async function connectMoney({ client }: Stage): Promise<void> {
  const { id: _, companyName: _n, hasApiKey: _h, sentRecords: _s, ...settings } = await client.get(system)
  if (settings.importExpenses) return
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10)
  const expenses = { importExpenses: true, expenseActivity: 'Udlæg', expensesBillable: true, expensesApproved: true }
  await client.put(system, { ...settings, ...expenses, expensesFrom: yesterday, expenseSeries: series })
  await client.post(payments, { paymentsFrom: yesterday })
}

async function billOfSupplier({ client, books, say }: Stage, { projectNumber, projectName }: Json): Promise<Json> {
  const known = (await client.get('/expenses?source=import&size=1')).total
  const bill = { Creditor: '7001', Name: 'Jordbund & Boring A/S', Text: `Geoteknisk undersøgelse ${known + 1}` }
  await books.billByHand({ ...bill, Project: projectNumber, Amount: 4_375.5, Serie: series, Scan: true })
  const begunAt = performance.now()
  await client.post('/expense-import/run', {})
  const find = async () =>
    (await client.get(`/expenses?source=import&search=${encodeURIComponent(bill.Text)}`)).items[0]
  await until('the bill came in', async () => (await find()) !== undefined)
  const expense = await find()
  const scan = await client.post(`/expense-import/scans/${expense.id}`, {})
  say(`A supplier's bill of ${written(expense.amount)} is booked in Uniconta on ${projectName}.`)
  say(
    `  Run now, and ${secondsSince(begunAt)} later it is an expense here, with the scan of its voucher (${scan.name}).`,
  )
  return expense
}

/** What came in, in øre: the costs that were booked on projects by hand, and what customers paid. */
export async function compareMoney(client: Client, books: Books): Promise<Sum[]> {
  const total = (amounts: readonly unknown[]) => amounts.reduce<bigint>((sum, amount) => sum + øreOf(amount), 0n)
  const ledger = await books.rows('GLTransClient')
  const costRows = ledger.filter((row) => row.NumberSerie === series && row.Account === costs && row.Project)
  const paid = (await books.rows('DebtorTransClient')).filter(({ PostType }) => PostType === 'Payment')
  const expenses = await client.all('/expenses?source=import')
  const cameIn = await client.all('/payments?source=import')
  return [
    {
      ...{ kind: 'expenses, DKK', here: total(expenses.map(({ companyAmount }) => companyAmount)) },
      there: total(costRows.map(({ Amount }) => Amount)),
    },
    {
      ...{ kind: 'payments, DKK', here: total(cameIn.map(({ amount }) => amount)) },
      there: -total(paid.map(({ AmountCur }) => AmountCur)),
    },
  ]
}
