// What stands in the books there, by what becomes of it; of what nobody knows a person says what it is.
import { NativeSelect, Stack, Table, Text, Title } from '@mantine/core'
import { type BookRow, type BooksComparison, kindsToDecide } from '../../src/uniconta/books.ts'
import { useMay } from '../session.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { useAsk } from './compare-query.ts'
import { useUnicontaTexts } from './texts.ts'

export function BookRows({ kind, data }: { kind: BookRow['kind']; data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  const rows = data.rows.filter((row) => row.kind === kind)
  if (rows.length === 0) return null
  const { title, means } = books.kinds[kind]
  const isSaid = rows.some((row) => row.here || row.why || row.differences.length > 0 || kindsToDecide.includes(kind))
  return (
    <section>
      <Title order={2} size="h4">
        {title} ({rows.length})
      </Title>
      <Text size="sm" c="var(--muted)">
        {means}
      </Text>
      <div className="panel">
        <Table className="stacks" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{books.number}</Table.Th>
              <Table.Th>{books.date}</Table.Th>
              <Table.Th>{books.customer}</Table.Th>
              <Table.Th ta="right">{books.there}</Table.Th>
              {isSaid ? <Table.Th>{books.here}</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td data-label={books.number}>{row.number}</Table.Td>
                <Table.Td data-label={books.date}>{format.day(row.invoicedOn)}</Table.Td>
                <Table.Td data-label={books.customer}>
                  {row.account} {row.customerName}
                </Table.Td>
                <Table.Td className="figures right" data-label={books.there}>
                  {format.money(row.gross, row.currency)}
                </Table.Td>
                {isSaid ? (
                  <Table.Td data-label={books.here}>
                    <Here row={row} data={data} />
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}

function Here({ row, data }: { row: BookRow; data: BooksComparison }) {
  const { books, postings } = useUnicontaTexts()
  const nameOf = (field: string) => (postings.values as Record<string, string>)[field] ?? field
  const format = useFormat()
  return (
    <Stack gap={4}>
      {row.here ? (
        <Text size="sm">
          {row.here.number ?? books.draftHere} {format.money(row.here.gross, row.currency)}
        </Text>
      ) : null}
      {row.differences.map(({ field, here, there }) => (
        <Text size="sm" key={field}>
          {nameOf(field)}: {here} / {there}
        </Text>
      ))}
      {row.why ? <Text size="sm">{row.why}</Text> : null}
      {kindsToDecide.includes(row.kind) ? <Decide row={row} data={data} /> : null}
    </Stack>
  )
}

function Decide({ row, data }: { row: BookRow; data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  const mayDecide = useMay('send records again')
  const decide = useAsk('decide')
  const { decision, key } = row
  const options = [
    { value: '', label: books.undecided },
    { value: 'none', label: books.noneOfOurs },
    ...data.drafts
      .filter(({ currency }) => currency === row.currency)
      .map(({ id, label, gross, currency }) => ({ value: id, label: `${label} · ${format.money(gross, currency)}` })),
  ]
  return (
    <Stack gap={4}>
      <NativeSelect
        aria-label={books.decideOf(row.number)}
        data={options}
        value={decision?.draftId ?? decision?.choice ?? ''}
        disabled={!mayDecide || data.step !== 'listed' || decide.isPending}
        onChange={({ target: { value } }) =>
          decide.mutate(
            value === ''
              ? { choice: 'undecided', key }
              : value === 'none'
                ? { choice: 'none', key }
                : { choice: 'draft', draftId: value, key },
          )
        }
      />
      {decision ? (
        <Text size="xs" c="var(--muted)">
          {books.saidBy(decision.by, format.instant(decision.at))}
        </Text>
      ) : null}
      {decide.error ? <FaultText error={decide.error} /> : null}
    </Stack>
  )
}
