import { z } from 'zod'

export const foundKinds = ['customer', 'project', 'contact', 'invoice', 'credit-note', 'draft'] as const

/** A record that search everywhere (Ctrl-K) offers. */
export const Found = z
  .object({ kind: z.enum(foundKinds), id: z.uuid(), number: z.string().nullable(), name: z.string() })
  .meta({ id: 'Found' })
export type Found = z.infer<typeof Found>
