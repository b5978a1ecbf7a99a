// What an accountant can do with a row of the page by one press.
import { type Html, html } from './html.ts'

type Row = Readonly<Record<string, unknown>>
type Action = readonly [label: string, what: string, body: Row]

export function rowActions(company: number, entity: string, row: Row): readonly Html[] {
  return actionsOf(entity, row).map(
    ([label, what, body]) =>
      html`<button data-method="POST" data-path="by-hand/${what}/${company}" data-body="${JSON.stringify(body)}">${label}</button> `,
  )
}

function actionsOf(entity: string, row: Row): readonly Action[] {
  const { InvoiceNumber, OrderNumber, Serie, Account, FromDate } = row
  switch (entity) {
    case 'DebtorClient':
      return [['Invoice', 'post', { Account, Amount: 1000 }]]
    case 'DebtorOrderClient':
      return [['Post', 'post', { OrderNumber }]]
    case 'DebtorInvoiceClient':
      return Number(row.TotalAmount) > 0
        ? [
            ['Credit', 'credit', { InvoiceNumber }],
            ['Credit order', 'credit', { InvoiceNumber, Post: false }],
          ]
        : []
    case 'CreditorClient':
      return [['Bill', 'bill', { Creditor: Account, Scan: true }]]
    case 'DebtorTransOpenClient':
      return Number(row.Amount) > 0 && Number(row.Invoice) > 0 ? [['Pay', 'pay', { InvoiceNumber: row.Invoice }]] : []
    case 'GLDailyJournalPostedClient':
      return row.InvoiceNumber === 0 && String(row.Deleted).startsWith('0001')
        ? [
            ['Delete', 'unbook', { JournalPostedId: row.JournalPostedId }],
            ['Reverse', 'reverse', { JournalPostedId: row.JournalPostedId }],
          ]
        : []
    case 'NumberSerieClient':
      return [['Book', 'book', { Serie }]]
    case 'CompanyFinanceYearClient':
      return [
        row.PeriodState === 'Open'
          ? ['Close', 'period', { Date: String(FromDate).slice(0, 10), Year: true }]
          : ['Open', 'period', { Date: String(FromDate).slice(0, 10), Year: true, Open: true }],
      ]
    default:
      return []
  }
}
