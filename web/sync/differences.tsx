import { Table } from '@mantine/core'
import type { SyncBadge } from '../../src/sync/record-state.ts'
import { useTexts } from '../texts/texts.tsx'

/** What stands here and there, field by field, in our words for the fields. */
export function Differences({ differences }: { differences: SyncBadge['differences'] }) {
  const { sync, ui } = useTexts()
  const words: Readonly<Record<string, string>> = sync.fields
  return (
    <Table withTableBorder aria-label={sync.differences}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{sync.field}</Table.Th>
          <Table.Th>{sync.here}</Table.Th>
          <Table.Th>{sync.there}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ field, here, there }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{words[field] ?? field}</Table.Th>
            <Table.Td>{here || ui.none}</Table.Td>
            <Table.Td>{there || ui.none}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
