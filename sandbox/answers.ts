// Answers as plain data; the last step makes a Response of them.
import { errorCodes, errorLabel, type Refusal } from './error-codes.ts'
import type { Manners } from './values.ts'

export type Answer = {
  readonly status: number
  readonly type?: string
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

export const words = (body: string, status = 200): Answer => ({ status, type: 'text/plain; charset=utf-8', body })

export const nothing = (status = 204): Answer => ({ status })

export function refused(refusal: Refusal, { language, switches }: Manners): Answer {
  const text = switches.refusalText === 'label' ? errorLabel(refusal.code, language) : refusal.code
  return json(text, refusal.code === 'KeyExists' ? 400 : switches.refusalStatus)
}

/** The sentence GetLastError has for a refusal. */
export function lastErrorText({ code, field, value }: Refusal, { language, switches }: Manners): string {
  if (switches.lastErrorText === 'label') return errorLabel(code, language)
  const where = [field, value && `"${value}"`].filter(Boolean).join(' ')
  const label = errorLabel(code, language)
  return where === '' ? `${label} (${errorCodes[code][0]})` : `${label}: ${where} (${errorCodes[code][0]})`
}

export function toResponse({ status, type, body, headers }: Answer): Response {
  const all = new Headers(headers)
  if (type !== undefined) all.set('content-type', type)
  return new Response(body ?? null, { status, headers: all })
}
