import { z } from 'zod'
import { post } from '../api.ts'
import type { Texts } from '../texts/texts.tsx'

const Sent = z.object({ queued: z.number(), refused: z.array(z.object({ id: z.string(), text: z.string() })) })

export const sendAgain = (kind: string, ids: readonly string[]) => post('/sync/send-again', { kind, ids }, Sent)

/** Says how many go, and of those that do not, why. */
export function showSendAgain(
  answer: z.infer<typeof Sent>,
  sync: Texts['sync'],
  show: (notice: { message: string; color?: string }) => void,
): void {
  if (answer.queued > 0) show({ message: sync.queued(answer.queued) })
  if (answer.refused.length === 0) return
  const reasons = [...new Set(answer.refused.map(({ text }) => text))].slice(0, 3).join(' ')
  show({ message: `${sync.refused(answer.refused.length)} ${reasons}`, color: 'yellow' })
}
