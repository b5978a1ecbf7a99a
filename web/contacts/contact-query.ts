import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Contact } from '../../src/contacts/contact.ts'
import { get, queryOf } from '../api.ts'

export const useContact = (id: string) =>
  useQuery({ queryKey: ['/contacts', id], queryFn: () => get(`/contacts/${id}`, Contact) })

const Page = z.object({ items: z.array(Contact) })

/** The people of a customer who are still there, for choosing one; none without a customer. */
export function useContactsOf(customerId: string): readonly Contact[] {
  const { data } = useQuery({
    queryKey: ['/contacts', 'of-customer', customerId, 'all'],
    queryFn: () => get(`/contacts${queryOf({ customer: customerId, active: true, size: 200 })}`, Page),
    enabled: customerId !== '',
    staleTime: 60_000,
  })
  return data?.items ?? []
}
