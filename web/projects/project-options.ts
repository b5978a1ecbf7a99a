import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Project, ProjectRow } from '../../src/projects/project.ts'
import { get, queryOf } from '../api.ts'

const Page = z.object({ items: z.array(ProjectRow) })

/** Projects to choose from: the chosen ones, and the first whose number, name or customer has the words. */
export function useProjectOptions(words: string, chosen: readonly string[]): { value: string; label: string }[] {
  const found = useQuery({
    queryKey: ['/projects', 'options', words],
    queryFn: () => get(`/projects${queryOf({ search: words, size: 20 })}`, Page),
    placeholderData: keepPreviousData,
  })
  const named = useQueries({
    queries: chosen.map((id) => ({
      queryKey: ['/projects', id],
      queryFn: () => get(`/projects/${id}`, Project),
      staleTime: 60_000,
    })),
  })
  const all = [...named.flatMap(({ data }) => data ?? []), ...(found.data?.items ?? [])]
  return [...new Map(all.map((one) => [one.id, { value: one.id, label: `${one.number} ${one.name}` }])).values()]
}
