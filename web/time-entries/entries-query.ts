// The entries behind a group, all pages of them.

import type { ToApproveGroup } from '../../src/time-entries/time-entry.ts'
import { TimeEntry } from '../../src/time-entries/time-entry.ts'
import { get, queryOf } from '../api.ts'
import { listPage } from '../ui/list-page.ts'

const Page = listPage(TimeEntry)
const pageSize = 200

export async function allEntries(filter: Record<string, string | readonly string[] | undefined>): Promise<TimeEntry[]> {
  const entries: TimeEntry[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await get(
      `/time-entries${queryOf({ ...filter, sort: 'day', page, size: pageSize })}`,
      Page,
    )
    entries.push(...items)
    if (items.length === 0 || entries.length >= total) return entries
  }
}

/** What waits in a group of the hours approval. */
export function waitingIn(group: ToApproveGroup): Promise<TimeEntry[]> {
  const { userId, projects, firstDay, lastDay } = group
  return allEntries({
    approval: 'registered',
    from: firstDay,
    to: lastDay,
    ...(userId ? { user: userId } : {}),
    project: projects.map(({ projectId }) => projectId),
  })
}
