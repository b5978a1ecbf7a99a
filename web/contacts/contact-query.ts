import { useQuery } from '@tanstack/react-query'
import { Contact } from '../../src/contacts/contact.ts'
import { get } from '../api.ts'

export const useContact = (id: string) =>
  useQuery({ queryKey: ['/contacts', id], queryFn: () => get(`/contacts/${id}`, Contact) })
