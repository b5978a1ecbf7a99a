import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { CoWorkerRate, MissingRateShown, ProjectMember, ProjectRole } from '../../src/prices/price.ts'
import { get } from '../api.ts'

const Roles = z.object({ items: z.array(ProjectRole) })
export const Members = z.object({ items: z.array(ProjectMember) })
export const Rates = z.object({ items: z.array(CoWorkerRate) })
const Missing = z.object({ items: z.array(MissingRateShown) })

export const useProjectRoles = (enabled = true) =>
  useQuery({
    queryKey: ['/project-roles'],
    queryFn: async () => (await get('/project-roles', Roles)).items,
    enabled,
  })

export const useMembers = (projectId: string) =>
  useQuery({
    queryKey: ['/projects', projectId, 'members'],
    queryFn: async () => (await get(`/projects/${projectId}/members`, Members)).items,
  })

export const useMissingRates = (projectId: string, enabled = true) =>
  useQuery({
    queryKey: ['/projects', projectId, 'missing-rates'],
    queryFn: async () => (await get(`/projects/${projectId}/missing-rates`, Missing)).items,
    enabled,
  })

export const useCoWorkerRates = (userId: string) =>
  useQuery({
    queryKey: ['/users', userId, 'rates'],
    queryFn: async () => (await get(`/users/${userId}/rates`, Rates)).items,
  })
