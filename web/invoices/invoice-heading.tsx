// Who a finalized document is for, its days and references.
import type { Invoice } from '../../src/invoices/invoice.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { TagChips } from '../tags/tag-chips.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'

/** What is printed in the heading: a finalized document's resolved values are what it was printed with. */
export function printedText(invoice: Invoice, name: string): string {
  const own = (invoice as Record<string, unknown>)[name] ?? invoice.resolved[name]?.value
  return own === null || own === undefined ? '' : String(own)
}

export function InvoiceHeading({ invoice }: { invoice: Invoice }) {
  const { invoices } = useTexts()
  const { fields } = invoices
  const format = useFormat()
  const department = useDepartments().byId.get(invoice.departmentId ?? '')
  return (
    <FieldGroup title={invoices.groups.buyer}>
      <Field label={fields.customerId}>
        <TextLink to="/customers/$id" params={{ id: invoice.customerId }} size="sm">
          {invoice.customerNumber} {invoice.customerName}
        </TextLink>
      </Field>
      <Field label={invoices.project}>
        <TextLink to="/projects/$id" params={{ id: invoice.projectId }} size="sm">
          {invoice.projectNumber} {invoice.projectName}
        </TextLink>
      </Field>
      <Field label={fields.invoicedOn}>{format.day(invoice.invoicedOn)}</Field>
      <Field label={fields.dueOn}>{format.day(invoice.dueOn)}</Field>
      <FieldIfAny label={fields.yourReference}>{printedText(invoice, 'yourReference')}</FieldIfAny>
      <FieldIfAny label={fields.orderReference}>{printedText(invoice, 'orderReference')}</FieldIfAny>
      <FieldIfAny label={fields.contractReference}>{printedText(invoice, 'contractReference')}</FieldIfAny>
      <FieldIfAny label={fields.departmentId}>
        {department ? `${department.number} ${department.name}` : null}
      </FieldIfAny>
      <FieldIfAny label={invoices.paymentId}>{printedText(invoice, 'paymentIdShown') || invoice.paymentId}</FieldIfAny>
      <FieldIfAny label={fields.description}>{invoice.description}</FieldIfAny>
      {invoice.tagIds.length > 0 ? (
        <Field label={fields.tagIds}>
          <TagChips objectKind="invoice" ids={invoice.tagIds} />
        </Field>
      ) : null}
    </FieldGroup>
  )
}

/** A document shows what stands on it, and no empty places. */
const FieldIfAny = ({ label, children }: { label: string; children: string | null }) =>
  children ? <Field label={label}>{children}</Field> : null
