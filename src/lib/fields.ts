// Fields that many records share. Empty text and missing text are one thing here: null.
import { z } from 'zod'

/** Text that may be absent: trimmed, and stored as null when nothing is left. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((text) => text || null)

export const requiredText = (max: number) => z.string().trim().min(1).max(max)

export const optionalEmail = z
  .union([z.email().max(200), z.literal('')])
  .nullable()
  .default(null)
  .transform((text) => text || null)

const numberPattern = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u

/** Numbers of customers and projects: what every accounting system takes as a key without escaping. */
export const RecordNumber = z
  .string()
  .trim()
  .min(1)
  .max(40)
  // Not regex(): the OpenAPI document would show the pattern with its flag, which matches nothing.
  .refine((text) => numberPattern.test(text), {
    message: 'Use letters, digits, space and . _ / - only, beginning with a letter or digit.',
  })

export const Version = z.number().int().min(1)
export const IdParams = z.object({ id: z.uuid() })

/** Stored with every record, never sent by the one who saves. */
export const stored = { id: z.uuid(), version: Version, createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() }

/** A deletion names the version that its sender has seen: ?version=3. */
export const VersionQuery = z.strictObject({ version: z.coerce.number().int().min(1) })

/** A filter that may be given more than once: ?status=active&status=blocked. */
export const oneOrMore = <T extends z.ZodType>(value: T) =>
  z
    .union([value, z.array(value).min(1).max(100)])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<T>[])
    .optional()
