// The settings of the process. A wrong one stops the start, and every wrong one is named.
import { resolve } from 'node:path'
import { z } from 'zod'
import { Password } from './users/user.ts'

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  unicontaUrl: string
  /** Undefined: made and kept in the data folder. */
  secretKey: string | undefined
  administrator: { email: string; password: string } | undefined
  mail: { smtpUrl: string; from: string } | undefined
  publicUrl: string | undefined
  trustedProxies: number
  metricsToken: string | undefined
  logLevel: string
}

const mailFrom = { error: 'has to be who the mails are from, such as Akkord <akkord@office.example>' }
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Every setting, in the order of docs/operations.md. */
const settings = {
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: urlOf('postgres', 'postgresql').optional(),
  UNICONTA_URL: urlOf('https', 'http').default('https://api.uniconta.com'),
  AKKORD_SECRET_KEY: z
    .string()
    .min(32, { error: 'has to be at least 32 characters; make one with: openssl rand -base64 32' })
    .optional(),
  AKKORD_ADMIN_EMAIL: z.email({ error: 'has to be an e-mail address' }).optional(),
  AKKORD_ADMIN_PASSWORD: z
    .string()
    .refine((text) => Password.safeParse(text).success, { error: 'has to have 10 to 200 characters' })
    .optional(),
  AKKORD_TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  AKKORD_METRICS_TOKEN: z.string().min(16, { error: 'has to be at least 16 characters' }).optional(),
  SMTP_URL: urlOf('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().min(3, mailFrom).max(200, mailFrom).optional(),
  PUBLIC_URL: urlOf('https', 'http').optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `has to be one of ${logLevels.join(', ')}` }).default('info'),
} satisfies Record<string, z.ZodType>

type Settings = { [K in keyof typeof settings]: z.output<(typeof settings)[K]> }

/** @throws a text that lists every fault, each on its line. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = []
  const read: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(settings)) {
    // An empty variable is an absent one: compose files and shells leave such behind.
    const parsed = schema.safeParse(env[name]?.trim() || undefined)
    if (parsed.success) read[name] = parsed.data
    else for (const issue of parsed.error.issues) faults.push(`${name} ${issue.message}.`)
  }
  faults.push(...unknownNames(env), ...faultsTogether(env))
  if (faults.length > 0)
    throw new Error(`Akkord does not start, since its settings are wrong:\n- ${faults.join('\n- ')}`)
  return toConfig(read as Settings)
}

/** A misspelt AKKORD_… would otherwise be ignored without a word. */
function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known = Object.keys(settings)
  return Object.keys(env)
    .filter((name) => name.startsWith('AKKORD_') && !known.includes(name))
    .map((name) => `${name} is not a setting. There are ${known.filter((k) => k.startsWith('AKKORD_')).join(', ')}.`)
}

function faultsTogether(env: NodeJS.ProcessEnv): string[] {
  const has = (name: string) => Boolean(env[name]?.trim())
  const faults: string[] = []
  if (has('DATABASE_URL') && !has('AKKORD_SECRET_KEY'))
    faults.push(
      'AKKORD_SECRET_KEY is needed with DATABASE_URL: every process has to open the same secrets. Make one with: openssl rand -base64 32.',
    )
  if (has('AKKORD_ADMIN_EMAIL') !== has('AKKORD_ADMIN_PASSWORD'))
    faults.push('AKKORD_ADMIN_EMAIL and AKKORD_ADMIN_PASSWORD go together; one of them is missing.')
  if (has('SMTP_URL') !== has('MAIL_FROM')) faults.push('SMTP_URL and MAIL_FROM go together; one of them is missing.')
  return faults
}

function toConfig(read: Settings): Config {
  const { AKKORD_ADMIN_EMAIL: email, AKKORD_ADMIN_PASSWORD: password, SMTP_URL: smtpUrl, MAIL_FROM: from } = read
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    unicontaUrl: read.UNICONTA_URL.replace(/\/+$/, ''),
    secretKey: read.AKKORD_SECRET_KEY,
    administrator: email && password ? { email, password } : undefined,
    mail: smtpUrl && from ? { smtpUrl, from } : undefined,
    publicUrl: read.PUBLIC_URL,
    trustedProxies: read.AKKORD_TRUSTED_PROXIES,
    metricsToken: read.AKKORD_METRICS_TOKEN,
    logLevel: read.LOG_LEVEL,
  }
}

function wholeNumber(from: number, to: number) {
  const fits = (number: number) => Number.isInteger(number) && number >= from && number <= to
  return z
    .string()
    .transform(Number)
    .refine(fits, { error: `has to be a whole number from ${from} to ${to}` })
}

function urlOf(...schemes: string[]) {
  const fits = (text: string) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1))
  return z
    .string()
    .refine(fits, { error: `has to be an address that begins with ${schemes.map((s) => `${s}://`).join(' or ')}` })
}
