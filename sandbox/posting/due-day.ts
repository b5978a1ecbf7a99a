import type { Row } from '../books.ts'

const netDays = 1
const endOfWeek = 2
const endOfMonth = 3

/** The day a document of `day` falls due by a payment term. */
export function dueDay(day: string, term: Row): string {
  const days = Number(term.Days ?? 0)
  const method = Number(term.PaymentMethod ?? 0)
  if (method === netDays) return after(day, days)
  if (method === endOfWeek) return after(lastOfWeek(day), days)
  return method === endOfMonth ? after(lastOfMonth(day), days) : day
}

function after(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

function lastOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return after(day, weekday === 0 ? 0 : 7 - weekday)
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
