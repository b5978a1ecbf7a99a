import { z } from 'zod'
import { post } from '../api.ts'

const Sent = z.object({ queued: z.number(), refused: z.array(z.object({ id: z.string(), text: z.string() })) })

export const sendPostingsAgain = (ids: readonly string[]) => post('/postings/send-again', { ids }, Sent)

export const letNumbersStand = (ids: readonly string[], reason: string) =>
  post('/postings/choose', { choice: 'booked-under-another-number', ids, reason }, Sent)
