import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { Found } from './found.ts'
import { searchContacts, searchCustomers, searchInvoices, searchProjects } from './search-store.ts'

/** Search everywhere (Ctrl-K): the best few of each kind that the reader may see. */
export function mountSearchRoutes(api: Api, db: Db): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/search',
      permission: 'signed-in',
      tag: 'Search',
      summary: 'Finds records by number or name',
      query: z.strictObject({ q: z.string().trim().max(200) }),
      answer: z.object({ items: z.array(Found) }),
    },
    async ({ query: { q }, actor }) => {
      if (q === '') return { items: [] }
      const may = (permission: string) => api.mayDo(actor, permission)
      return {
        items: [
          ...(may('view customers') ? await searchCustomers(db, q) : []),
          ...(may('view projects') ? await searchProjects(db, q) : []),
          ...(may('view invoices') ? await searchInvoices(db, q) : []),
          ...(may('view customers') ? await searchContacts(db, q) : []),
        ],
      }
    },
  )
}
