// The first document of its kind: what is written next, and the button that lets it go. And what the documents posted so far showed.
import { Button, Drawer, Group, Paper, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KnownOfCompany, knownFacts, PostingDetail, type ShownStep } from '../../src/uniconta/posting.ts'
import { get, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useUnicontaTexts } from './texts.ts'

export function NextStep({ id, step }: { id: string; step: ShownStep }) {
  const { postings } = useUnicontaTexts()
  const { first } = postings
  const queries = useQueryClient()
  const maySend = useMay('send records again')
  const going = useMutation({
    mutationFn: () => post(`/postings/${id}/choose`, { choice: 'go-on', before: step.before }, PostingDetail),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {first.next[step.before]}
      </Text>
      <Written label={first.fields} rows={[step.header]} />
      <Written label={first.lines} rows={step.lines} />
      {going.error ? <FaultText error={going.error} /> : null}
      {maySend ? (
        <Group>
          <Button size="sm" loading={going.isPending} onClick={() => going.mutate()}>
            {postings.choices['go-on'].yes}
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}

/** As it goes over the wire, in the reader's words; a field that is left empty is named too, since that is sent. */
function Written({ label, rows }: { label: string; rows: readonly ShownStep['header'][] }) {
  const write = useWritten()
  const numbered = rows.map((fields, index) => ({ fields, number: index + 1 }))
  return (
    <TableScroll label={label} minWidth={260}>
      <Table withTableBorder verticalSpacing={2} aria-label={label}>
        {numbered.map(({ fields, number }) => (
          <Table.Tbody key={number}>
            {rows.length > 1 ? (
              <Table.Tr>
                <Table.Th colSpan={2} scope="rowgroup">
                  {number}
                </Table.Th>
              </Table.Tr>
            ) : null}
            {fields.map(({ field, value }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={400} c="var(--muted)">
                  {write.name(field)}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{write.value(field, value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </TableScroll>
  )
}

const decimals = ['Qty', 'Price', 'DiscountPct', 'EndDiscountPct']

function useWritten() {
  const { first } = useUnicontaTexts().postings
  const { ui } = useTexts()
  const format = useFormat()
  return {
    name(field: string): string {
      const [, dimension] = /^Dimension(\d)$/.exec(field) ?? []
      return dimension ? first.dimension(dimension) : (first.names[field] ?? field)
    },
    value(field: string, value: string): string {
      if (value === '') return '–'
      if (value === 'true' || value === 'false') return value === 'true' ? ui.yes : ui.no
      if (field.endsWith('Date')) return format.day(value.slice(0, 10))
      return decimals.includes(field) ? format.decimal(value) : value
    },
  }
}

/** Beside the number series: what is known of the company there. */
export function KnownButton() {
  const { postings } = useUnicontaTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {postings.first.known}
      </Button>
      <Drawer opened={isOpen} onClose={() => setOpen(false)} position="right" size="lg" title={postings.first.known}>
        {isOpen ? <KnownPanel /> : null}
      </Drawer>
    </>
  )
}

function KnownPanel() {
  const { postings } = useUnicontaTexts()
  const { first } = postings
  const format = useFormat()
  const mayChange = useMay('change settings')
  const { data, error } = useQuery({
    queryKey: ['/postings', 'known'],
    queryFn: () => get('/postings/known', KnownOfCompany),
  })
  if (error) return <FaultText error={error} />
  if (!data) return <Skeleton height={160} />
  return (
    <Stack>
      <Text size="sm">{first.intro(data.company)}</Text>
      {knownFacts.map((name) => {
        const fact = data.known[name]
        const { title, yes, no, unknown } = first.facts[name]
        return (
          <Paper key={name} withBorder p="sm" component="section" aria-label={title}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Text size="sm">{fact ? (fact.value ? yes : no) : unknown}</Text>
            <Text size="xs" c="var(--muted)">
              {fact ? first.seen(fact.by, format.instant(fact.at)) : first.notSeen}
            </Text>
          </Paper>
        )
      })}
      <Text size="sm">{first.chosen[data.firstDocument]}</Text>
      {mayChange ? (
        <Group>
          <ButtonLink to="/settings/integrations">{first.change}</ButtonLink>
        </Group>
      ) : null}
    </Stack>
  )
}
