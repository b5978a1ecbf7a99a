import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { contact } from '../contacts/contact-table.ts'
import { customer } from '../customers/customer-table.ts'
import { projectExpense } from '../expenses/expense-table.ts'
import { storedFile } from '../files/stored-file-table.ts'
import { invoiceLine, invoiceLineSource } from '../invoices/invoice-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { mail } from '../notifications/notification-table.ts'
import type { InvoiceMail } from './invoice-mail.ts'

/** Mails with a document, newest first. */
export async function listMailsOf(db: Db | Tx, invoiceId: string): Promise<InvoiceMail[]> {
  const rows = await db
    .select()
    .from(mail)
    .where(and(eq(mail.aboutKind, 'invoice'), eq(mail.aboutId, invoiceId)))
    .orderBy(desc(mail.createdAt), desc(mail.id))
  return rows.map((row) => ({
    id: row.id,
    state: row.sentAt ? 'sent' : row.refusedAt ? 'refused' : 'waiting',
    to: row.to,
    cc: row.cc,
    subject: row.subject,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    answer: row.answer,
  }))
}

/** Whether any mail has the id, whatever it is about. */
export async function isMailThere(tx: Tx, id: string): Promise<boolean> {
  return (await tx.select({ id: mail.id }).from(mail).where(eq(mail.id, id))).length > 0
}

/** Who gets a customer's invoices: the invoice address and the contacts that receive invoices, else the customer's own address. */
export async function findInvoiceAddresses(db: Db, customerId: string): Promise<string[]> {
  const [buyer] = await db
    .select({ invoiceEmail: customer.invoiceEmail, email: customer.email })
    .from(customer)
    .where(eq(customer.id, customerId))
  const contacts = await db
    .select({ email: contact.email })
    .from(contact)
    .where(
      and(
        eq(contact.customerId, customerId),
        contact.receivesInvoices,
        contact.active,
        isNull(contact.deletedAt),
        isNotNull(contact.email),
      ),
    )
    .orderBy(asc(contact.nameSort), asc(contact.id))
  const wanted = [buyer?.invoiceEmail, ...contacts.map(({ email }) => email)].filter((address) => address != null)
  const seen = new Map(wanted.map((address) => [address.toLowerCase(), address]))
  if (seen.size > 0) return [...seen.values()]
  return buyer?.email ? [buyer.email] : []
}

/** Receipts of the expenses that a document bills, by the day of the expense. */
export async function listReceipts(
  db: Db | Tx,
  invoiceId: string,
): Promise<{ id: string; name: string; size: number }[]> {
  const rows = await db
    .selectDistinct({
      id: storedFile.id,
      name: storedFile.name,
      size: storedFile.size,
      spentOn: projectExpense.spentOn,
    })
    .from(invoiceLineSource)
    .innerJoin(invoiceLine, eq(invoiceLine.id, invoiceLineSource.lineId))
    .innerJoin(projectExpense, eq(projectExpense.id, invoiceLineSource.sourceId))
    .innerJoin(storedFile, eq(storedFile.id, projectExpense.receiptId))
    .where(and(eq(invoiceLine.invoiceId, invoiceId), eq(invoiceLineSource.kind, 'expense')))
    .orderBy(asc(projectExpense.spentOn), asc(storedFile.id))
  return [...new Map(rows.map(({ spentOn: _, ...file }) => [file.id, file])).values()]
}
