import { useQuery } from '@tanstack/react-query'
import { Customer } from '../../src/customers/customer.ts'
import { get } from '../api.ts'
import { isMoving } from '../sync/state-badge.tsx'

/** A customer; asked again while its badge moves. */
export const useCustomer = (id: string) =>
  useQuery({
    queryKey: ['/customers', id],
    queryFn: () => get(`/customers/${id}`, Customer),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.sync) ? 1_000 : false),
  })
