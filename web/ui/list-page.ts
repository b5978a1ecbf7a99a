import { z } from 'zod'

/** A page of a list as every list of the API answers it. */
export const listPage = <T extends z.ZodType>(row: T) =>
  z.object({ items: z.array(row), total: z.number(), page: z.number(), size: z.number() })
