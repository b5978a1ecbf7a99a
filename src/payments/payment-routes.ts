import { z } from 'zod'
import { findTimeZone } from '../company/company-store.ts'
import { CurrencyCode } from '../lib/currencies.ts'
import type { Db } from '../lib/database/database.ts'
import { Day, dayIn } from '../lib/dates.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { balanceSorts, listBalances } from './customer-balances.ts'
import { listLedger } from './customer-ledger.ts'
import { BalanceTotal, CustomerBalance, LedgerBalance, LedgerEntry } from './ledger.ts'
import { listPayments, paymentSorts } from './list-payments.ts'
import { Payment, PaymentInput, PaymentTotal, paymentSources } from './payment.ts'
import { getPayment } from './payment-store.ts'
import { createPayment, deletePayment } from './save-payment.ts'

const tag = 'Payments'

export function mountPaymentRoutes(api: Api, db: Db, now: Clock): void {
  const today = async () => dayIn(await findTimeZone(db), now())
  endpoint(
    api,
    {
      method: 'get',
      path: '/payments',
      permission: 'view payments',
      tag,
      summary: 'Payments, page by page, and their sum in each currency',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(paymentSorts).default('-paidOn'),
        invoice: z.uuid().optional(),
        customer: oneOrMore(z.uuid()),
        source: oneOrMore(z.enum(paymentSources)),
        from: Day.optional(),
        to: Day.optional(),
      }),
      answer: pageOf(Payment).extend({ totals: z.array(PaymentTotal) }),
    },
    async ({ query }) => ({ ...(await listPayments(db, query)), page: query.page, size: query.size }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/payments',
      permission: 'change payments',
      tag,
      summary: 'Registers a payment of a finalized document, or writes off what is not collected',
      body: PaymentInput,
      answer: Payment,
      status: 201,
    },
    async ({ body, actor }) => getPayment(db, await createPayment(db, actor, body, now())),
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/payments/{id}',
      permission: 'change payments',
      tag,
      summary: 'Deletes a payment that was registered by hand',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deletePayment(db, { actor, id: params.id, version: query.version, now: now() }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/customer-ledger',
      permission: 'view payments',
      tag,
      summary: 'Documents and payments of a customer with the balance after each',
      query: z.strictObject({
        page: listQuery.page,
        size: listQuery.size,
        customer: z.uuid(),
        currency: CurrencyCode.optional(),
        from: Day.optional(),
        to: Day.optional(),
      }),
      answer: pageOf(LedgerEntry).extend({ balances: z.array(LedgerBalance) }),
    },
    async ({ query }) => ({
      ...(await listLedger(db, query, await today())),
      page: query.page,
      size: query.size,
    }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/customer-ledger/balances',
      permission: 'view payments',
      tag,
      summary: 'What each customer owes, by how long it is overdue',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(balanceSorts).default('-overdue'),
        currency: CurrencyCode.optional(),
        overdue: z.enum(['true', 'false']).default('false'),
      }),
      answer: pageOf(CustomerBalance).extend({ totals: z.array(BalanceTotal) }),
    },
    async ({ query }) => {
      const filter = { ...query, overdue: query.overdue === 'true' }
      return { ...(await listBalances(db, filter, await today())), page: query.page, size: query.size }
    },
  )
}
