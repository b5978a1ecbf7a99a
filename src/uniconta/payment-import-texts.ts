// What the import of payments says.
const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)
type Unseen = { unseen: number }
type Counted = Unseen & { imported: number; changed: number; removed: number }

const unseenText = ({ unseen }: Unseen) =>
  unseen === 0
    ? ''
    : ` ${some(unseen, 'invoice was', 'invoices were')} not found among the postings of the customer, and stay as they are here.`

export const paymentImportTexts = {
  'payments.off': () => 'Not fetched: payments from Uniconta are off.',
  'payments.nothing': () => 'No invoice is booked in Uniconta yet, so there is no payment to fetch.',
  'payments.nothingNew': (v: Unseen) => `No new payment in Uniconta.${unseenText(v)}`,
  'payments.done': (v: Counted) =>
    `From Uniconta: ${[
      `${some(v.imported, 'payment', 'payments')} came in`,
      v.changed > 0 ? `${v.changed} changed` : '',
      v.removed > 0 ? `${v.removed} taken back` : '',
    ]
      .filter(Boolean)
      .join(', ')}.${unseenText(v)}`,
  'payments.noneSeen': (v: { count: number }) =>
    `Uniconta showed none of the ${some(v.count, 'invoice', 'invoices')} whose payments were to be read. Nothing was changed; see that the rights of the user are as they were.`,
  'payments.typeDescription': () =>
    'Payments of customers that are booked in Uniconta make the invoices paid here. Uses the sign-in of the Uniconta integration.',
  'payments.needsMain': () =>
    'Payments use the sign-in of the Uniconta integration. Connect Uniconta and turn it on first. Nothing was stored.',
  'payments.oneOnly': () => 'Payments from Uniconta are set up already. Open that entry to change it.',
  'payments.none': () => 'Payments from Uniconta are not set up.',
  'payments.saved': () => 'Payments from Uniconta were saved.',
  'payments.removed': () => 'Payments from Uniconta were removed. What came in stays.',
}
