import { z } from 'zod'
import { optionalText, requiredText } from '../lib/fields.ts'
import { languages } from '../lib/i18n/sentence.ts'
import { roles } from './permissions.ts'

export const Password = z.string().min(10).max(200)

export const UserInput = z.strictObject({
  email: z.email().max(200),
  name: requiredText(100),
  role: z.enum(roles),
  language: z.enum(languages).default('en'),
  phone: optionalText(30),
  active: z.boolean().default(true),
})
export const NewUser = UserInput.extend({ password: Password })
export const UserChange = UserInput.extend({ version: z.number().int().min(1), password: Password.optional() })
export const User = z
  .object({
    ...UserInput.shape,
    id: z.string(),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

/** Who is signed in: what the screens need at start. */
export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    language: z.enum(languages),
    permissions: z.array(z.string()),
    company: z.object({ name: z.string(), timeZone: z.string(), currency: z.string(), countryCode: z.string() }),
    /** How many notifications he has not read. */
    unread: z.number().int(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const ApiKeyInput = z.strictObject({
  name: requiredText(100),
  role: z.enum(roles),
  /** Two years at most. */
  expiresOn: z.iso.date(),
})
export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: z.enum(roles),
    prefix: z.string(),
    expiresOn: z.iso.date(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>
/** The only answer that ever holds the key itself. */
export const NewApiKey = ApiKey.extend({ key: z.string() }).meta({ id: 'NewApiKey' })
