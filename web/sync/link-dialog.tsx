// What stands there and may be the same record: both sides of each field, and a person decides.
import { Button, Modal, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { SyncBadge } from '../../src/sync/record-state.ts'
import { get, post, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { Differences } from './differences.tsx'

const Candidates = z.object({
  items: z.array(
    z.object({
      externalKey: z.string(),
      name: z.string(),
      fields: z.array(z.object({ field: z.string(), here: z.string(), there: z.string() })),
    }),
  ),
})

export function LinkDialog({ kind, id, onClose }: { kind: string; id: string; onClose: () => void }) {
  const { sync } = useTexts()
  const queries = useQueryClient()
  const candidates = useQuery({
    queryKey: ['link-candidates', kind, id],
    queryFn: () => get(`/sync/link-candidates${queryOf({ kind, id })}`, Candidates),
    staleTime: 0,
  })
  const link = useMutation({
    mutationFn: (externalKey: string) => post('/sync/link', { kind, id, externalKey }, SyncBadge),
    async onSuccess() {
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={sync.linkTitle} size="lg">
      <Stack>
        <Text size="sm">{sync.linkText}</Text>
        {candidates.isPending ? <Skeleton height={80} /> : null}
        {candidates.error ? <FaultText error={candidates.error} onRetry={() => candidates.refetch()} /> : null}
        {link.error ? <FaultText error={link.error} /> : null}
        {candidates.data?.items.length === 0 ? <Text size="sm">{sync.linkNone}</Text> : null}
        {candidates.data?.items.map((candidate) => (
          <Paper key={candidate.externalKey} withBorder p="sm">
            <Text fw={600}>
              {candidate.externalKey} {candidate.name}
            </Text>
            {candidate.fields.length > 0 ? (
              <Differences differences={candidate.fields} />
            ) : (
              <Text size="sm">{sync.noDifference}</Text>
            )}
            <Button
              mt="sm"
              size="xs"
              loading={link.isPending && link.variables === candidate.externalKey}
              onClick={() => link.mutate(candidate.externalKey)}
            >
              {sync.linkWith(candidate.externalKey)}
            </Button>
          </Paper>
        ))}
      </Stack>
    </Modal>
  )
}
