// Net, VAT per code, total; in a foreign currency the VAT in the company's too.
import { Text } from '@mantine/core'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'

export function DocumentTotals({ invoice }: { invoice: Invoice }) {
  const { invoices } = useTexts()
  const format = useFormat()
  const { currency, companyCurrency } = invoice
  const amount = (text: string) => format.amount(text, currency)
  return (
    <section aria-label={invoices.groups.vat} aria-live="polite">
      <table className="sum-table figures">
        <tbody>
          <tr>
            <th scope="row">{invoices.net}</th>
            <td>{amount(invoice.net)}</td>
          </tr>
          {invoice.vats.map((vat) => (
            <tr key={`${vat.vatCode} ${vat.percent}`}>
              <th scope="row">
                {invoices.vatOf(invoices.vatCategories[vat.category], format.decimal(vat.percent), amount(vat.net))}
              </th>
              <td>{amount(vat.vat)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{invoices.total(currency)}</th>
            <td>{amount(invoice.gross)}</td>
          </tr>
          {companyCurrency && companyCurrency !== currency && invoice.companyVat !== null ? (
            <tr>
              <th scope="row">
                {invoices.companyVat(companyCurrency)}
                {invoice.exchangeRate ? (
                  <Text span size="xs" c="var(--muted)">
                    {' '}
                    {invoices.rate(
                      format.decimal(invoice.exchangeRate),
                      invoice.rateSource ?? '',
                      format.day(invoice.rateOn),
                    )}
                  </Text>
                ) : null}
              </th>
              <td>{format.amount(invoice.companyVat, companyCurrency)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}
