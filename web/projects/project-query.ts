import { useQuery } from '@tanstack/react-query'
import { Project } from '../../src/projects/project.ts'
import { get } from '../api.ts'
import { isMoving } from '../sync/state-badge.tsx'

/** A project; asked again while its badge moves. */
export const useProject = (id: string) =>
  useQuery({
    queryKey: ['/projects', id],
    queryFn: () => get(`/projects/${id}`, Project),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.sync) ? 1_000 : false),
  })
