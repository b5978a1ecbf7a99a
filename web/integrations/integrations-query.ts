import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { IntegrationRow, IntegrationType } from '../../src/integrations/integration.ts'
import { get } from '../api.ts'

const Rows = z.object({ items: z.array(IntegrationRow) })
const Types = z.object({ items: z.array(IntegrationType) })

/** Asked again by itself: states and figures move while somebody looks. */
export const useIntegrations = () =>
  useQuery({ queryKey: ['integrations'], queryFn: () => get('/integrations', Rows), refetchInterval: 5_000 })

export const useIntegrationTypes = () =>
  useQuery({ queryKey: ['integrations', 'types'], queryFn: () => get('/integration-types', Types) })
