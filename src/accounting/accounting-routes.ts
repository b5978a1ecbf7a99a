import { z } from 'zod'
import { getCompany } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { Account, AccountChange, AccountInput } from './account.ts'
import { getAccount, listAccounts } from './account-store.ts'
import { vatCategories } from './accounting.ts'
import { checkPaymentIds, paymentIdSettings } from './check-payment-ids.ts'
import { Invoicing, InvoicingChange, PaymentIdExample, paymentIdFields } from './invoicing.ts'
import { PaymentTerm, PaymentTermChange, PaymentTermInput } from './payment-term.ts'
import {
  changePaymentTerm,
  createPaymentTerm,
  deletePaymentTerm,
  getPaymentTerm,
  listPaymentTerms,
} from './payment-term-store.ts'
import { changeAccount, createAccount, deleteAccount, type WhyAccountStays } from './save-account.ts'
import { changeInvoicing, showInvoicing } from './save-invoicing.ts'
import { type CountLinesWithVat, changeVatCode, createVatCode, deleteVatCode } from './save-vat-code.ts'
import { VatCode, VatCodeChange, VatCodeInput } from './vat-code.ts'
import { getVatCode, listVatCodes } from './vat-code-store.ts'
import { VatPhrase, VatPhraseChange } from './vat-phrase.ts'
import { changeVatPhrase, listVatPhrases } from './vat-phrase-store.ts'

const tag = 'Accounting'
const view = { permission: 'view accounting', tag } as const
const change = { permission: 'change accounting', tag } as const

/** What those who use accounts and VAT codes say of them. */
export type AccountingNeighbours = {
  whyAccountStays: readonly WhyAccountStays[]
  countLinesWithVat: CountLinesWithVat
}

export function mountAccountingRoutes(api: Api, db: Db, now: Clock, neighbours: AccountingNeighbours): void {
  mountAccounts(api, db, now, neighbours)
  mountVatCodes(api, db, now, neighbours)
  mountVatPhrases(api, db, now)
  mountPaymentTerms(api, db, now)
  mountInvoicing(api, db, now)
}

function mountAccounts(api: Api, db: Db, now: Clock, { whyAccountStays }: AccountingNeighbours): void {
  const path = '/bookkeeping-accounts'
  const one = `${path}/{id}`
  const list = z.object({ items: z.array(Account) })
  endpoint(api, { ...view, method: 'get', path, summary: 'The bookkeeping accounts', answer: list }, async () => ({
    items: await listAccounts(db),
  }))
  endpoint(
    api,
    { ...change, method: 'post', path, summary: 'Makes an account', body: AccountInput, answer: Account, status: 201 },
    async ({ body, actor }) => getAccount(db, await createAccount(db, actor, body, now())),
  )
  endpoint(
    api,
    { ...view, method: 'get', path: one, summary: 'An account', params: IdParams, answer: Account },
    ({ params }) => getAccount(db, params.id),
  )
  endpoint(
    api,
    {
      ...change,
      method: 'put',
      path: one,
      summary: 'Changes an account; finalized documents keep number and VAT code of their time',
      params: IdParams,
      body: AccountChange,
      answer: Account,
    },
    async ({ params, body, actor }) => {
      await changeAccount(db, actor, params.id, body, now())
      return getAccount(db, params.id)
    },
  )
  endpoint(
    api,
    {
      ...change,
      method: 'delete',
      path: one,
      summary: 'Deletes an account that no line and no setting uses',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteAccount(db, actor, params.id, query.version, whyAccountStays, now()),
  )
}

function mountVatCodes(api: Api, db: Db, now: Clock, { countLinesWithVat }: AccountingNeighbours): void {
  const path = '/vat-codes'
  const one = `${path}/{id}`
  const list = z.object({ items: z.array(VatCode) })
  endpoint(
    api,
    { ...view, method: 'get', path, summary: 'The VAT codes with their rates', answer: list },
    async () => ({
      items: await listVatCodes(db),
    }),
  )
  endpoint(
    api,
    { ...change, method: 'post', path, summary: 'Makes a VAT code', body: VatCodeInput, answer: VatCode, status: 201 },
    async ({ body, actor }) => getVatCode(db, await createVatCode(db, actor, body, now())),
  )
  endpoint(
    api,
    { ...view, method: 'get', path: one, summary: 'A VAT code', params: IdParams, answer: VatCode },
    ({ params }) => getVatCode(db, params.id),
  )
  endpoint(
    api,
    {
      ...change,
      method: 'put',
      path: one,
      summary: 'Changes a VAT code and its rates; finalized documents keep the percentage of their time',
      params: IdParams,
      body: VatCodeChange,
      answer: VatCode,
    },
    async ({ params, body, actor }) => {
      await changeVatCode(db, actor, params.id, body, now())
      return getVatCode(db, params.id)
    },
  )
  endpoint(
    api,
    {
      ...change,
      method: 'delete',
      path: one,
      summary: 'Deletes a VAT code that no account and no line has',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteVatCode(db, actor, params.id, query.version, countLinesWithVat, now()),
  )
}

function mountVatPhrases(api: Api, db: Db, now: Clock): void {
  const path = '/vat-phrases'
  const list = z.object({ items: z.array(VatPhrase) })
  endpoint(
    api,
    {
      ...view,
      method: 'get',
      path,
      summary: 'What documents say of each VAT category, in three languages',
      answer: list,
    },
    async () => ({ items: await listVatPhrases(db) }),
  )
  endpoint(
    api,
    {
      ...change,
      method: 'put',
      path: `${path}/{category}`,
      summary: 'Gives a VAT category words of the company’s own; null takes the standard ones',
      params: z.object({ category: z.enum(vatCategories) }),
      body: VatPhraseChange,
      answer: list,
    },
    async ({ params, body, actor }) => {
      await changeVatPhrase(db, actor, params.category, body, now())
      return { items: await listVatPhrases(db) }
    },
  )
}

function mountPaymentTerms(api: Api, db: Db, now: Clock): void {
  const path = '/payment-terms'
  const one = `${path}/{id}`
  const list = z.object({ items: z.array(PaymentTerm) })
  endpoint(
    api,
    // Whoever edits a customer chooses from them.
    { permission: 'view customers', tag, method: 'get', path, summary: 'The payment terms', answer: list },
    async () => ({ items: await listPaymentTerms(db) }),
  )
  endpoint(
    api,
    {
      ...change,
      method: 'post',
      path,
      summary: 'Makes a payment term',
      body: PaymentTermInput,
      answer: PaymentTerm,
      status: 201,
    },
    async ({ body, actor }) => getPaymentTerm(db, await createPaymentTerm(db, actor, body, now())),
  )
  endpoint(
    api,
    {
      ...change,
      method: 'put',
      path: one,
      summary: 'Changes a payment term',
      params: IdParams,
      body: PaymentTermChange,
      answer: PaymentTerm,
    },
    async ({ params, body, actor }) => {
      await changePaymentTerm(db, actor, params.id, body, now())
      return getPaymentTerm(db, params.id)
    },
  )
  endpoint(
    api,
    {
      ...change,
      method: 'delete',
      path: one,
      summary: 'Deletes a payment term; whoever has its days keeps them',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deletePaymentTerm(db, actor, params.id, query.version, now()),
  )
}

function mountInvoicing(api: Api, db: Db, now: Clock): void {
  const path = '/invoicing'
  endpoint(
    api,
    { ...view, method: 'get', path, summary: 'What holds for every invoice of the company', answer: Invoicing },
    ({ language }) => showInvoicing(db, api.phrase, language, now()),
  )
  endpoint(
    api,
    {
      ...change,
      method: 'put',
      path,
      summary: 'Changes what holds for every invoice; finalized documents stay as they are',
      body: InvoicingChange,
      answer: Invoicing,
    },
    async ({ body, actor, language }) => {
      await changeInvoicing(db, actor, body, now())
      return showInvoicing(db, api.phrase, language, now())
    },
  )
  endpoint(
    api,
    {
      ...view,
      method: 'get',
      path: `${path}/payment-id-example`,
      summary: 'The payment id of the next invoice under settings that are not saved yet, or why there is none',
      query: z.strictObject(paymentIdFields),
      answer: PaymentIdExample,
    },
    async ({ query, language }) => {
      const { timeZone } = await getCompany(db)
      const { shown, faults, warnings } = await checkPaymentIds(db, paymentIdSettings(query), dayIn(timeZone, now()))
      const phrased = (list: typeof faults) =>
        list.map((fault) => ({ path: fault.path, message: api.phrase(fault.sentence, language) }))
      return { shown, faults: phrased(faults), warnings: phrased(warnings) }
    },
  )
}
