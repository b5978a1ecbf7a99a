import type { Connection } from './connection.ts'
import type { Work } from './post-look.ts'
import type { Posting } from './posting-store.ts'

/** When nothing of the attempt can arrive any more: the last moment at which a call could leave, and the company's wait on top. */
export function waitEndsAt(row: Posting, { settings }: Pick<Connection, 'settings'>): Date {
  return new Date((row.quietAt?.getTime() ?? 0) + settings.postingWaitMinutes * 60_000)
}

export function stillWaits(work: Work, row: Posting): boolean {
  return !row.isRefused && work.context.now() < waitEndsAt(row, work.connection)
}
