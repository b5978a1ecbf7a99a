import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Account } from '../../src/accounting/account.ts'
import { Invoicing } from '../../src/accounting/invoicing.ts'
import { PaymentTerm } from '../../src/accounting/payment-term.ts'
import { VatCode } from '../../src/accounting/vat-code.ts'
import { VatPhrase } from '../../src/accounting/vat-phrase.ts'
import { get } from '../api.ts'

const listOf = <T>(path: string, item: z.ZodType<T>) => {
  const List = z.object({ items: z.array(item) })
  return { queryKey: [path] as const, queryFn: () => get(path, List) }
}

export const accountsQuery = listOf('/bookkeeping-accounts', Account)
export const vatCodesQuery = listOf('/vat-codes', VatCode)
export const vatPhrasesQuery = listOf('/vat-phrases', VatPhrase)
export const paymentTermsQuery = listOf('/payment-terms', PaymentTerm)
export const invoicingQuery = { queryKey: ['/invoicing'] as const, queryFn: () => get('/invoicing', Invoicing) }

/** The bookkeeping accounts in the order of their numbers, also those that are not used any more. */
export function useAccounts(): readonly Account[] {
  return useQuery({ ...accountsQuery, staleTime: 60_000 }).data?.items ?? []
}

/** The payment terms that are offered, by their days. */
export function usePaymentTerms(): readonly PaymentTerm[] {
  const { data } = useQuery({ ...paymentTermsQuery, staleTime: 60_000 })
  return data?.items.filter(({ active }) => active) ?? []
}
