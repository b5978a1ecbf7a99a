import { pino } from 'pino'

export type Log = {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

const secretNames = [
  'password',
  'Password',
  'token',
  'refreshToken',
  'authorization',
  'Authorization',
  'cookie',
  'apiKey',
  'secret',
]

/** The process log, JSON lines on stdout. Fields with the name of a secret are left out, two levels deep. */
export function createLog(level = 'info'): Log {
  return pino({
    level,
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
  })
}
