// An order, its lines and its posting, for tests that need not say more.
import type { TestClient } from './test-client.ts'

const line = { Text: 'Rådgivning', Qty: 2, Price: 1000, Vat: 'U25', PostingAccount: '1010', PrCategory: '90' }

export const anOrder = (fields: Record<string, unknown> = {}) => ({
  Account: '1001',
  OrderNumber: 800_001,
  OurRef: 'AK-0001',
  Project: 'P-100',
  PrCategory: '90',
  Payment: 'Netto14',
  DeleteOrder: true,
  DeleteLines: true,
  ...fields,
})

export const aLine = (fields: Record<string, unknown> = {}) => ({ ...line, ...fields })

export function insertOrder(
  client: TestClient,
  fields: Record<string, unknown> = {},
  lines: readonly Record<string, unknown>[] = [aLine()],
) {
  const body = { Master: anOrder(fields), Details: lines }
  return client.send('POST', '/Crud/InsertMasterAndDetails/DebtorOrderClient/DebtorOrderLineClient', body)
}

export type Posted = {
  InvoiceNumber: number
  JournalPostedlId: number
  Err: number
  ErrorProperty?: string
  ErrorValue?: string
  NetAmount?: number
  VatAmount?: number
  TotalAmount?: number
}

export async function postOrder(client: TestClient, fields: Record<string, unknown> = {}): Promise<Posted> {
  const body = { OrderNumber: 800_001, Date: '2026-11-23T00:00:00', Simulate: false, SendEmail: false, SendXML: false }
  const { body: answer } = await client.send('POST', '/Invoice/GenerateDebtorInvoice', { ...body, ...fields })
  return answer as Posted
}

/** Rows of an entity by one filter. */
export async function find(client: TestClient, entity: string, property: string, value: string) {
  const filter = [{ PropertyName: property, FilterValue: value }]
  const { body } = await client.send('POST', `/Query/Get/${entity}`, filter)
  return body as readonly Record<string, unknown>[]
}
