import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useTexts } from '../texts/texts.tsx'
import { showValue } from '../ui/show-value.tsx'
import { useDraft } from './use-draft.tsx'

/** Both versions of what two people changed at once. */
export function ConflictDialog() {
  const { invoices, ui } = useTexts()
  const { conflict, settle } = useDraft()
  if (!conflict) return null
  const names: Record<string, string> = { ...invoices.fields, ...invoices.lineFields }
  return (
    <Modal opened onClose={settle} title={ui.conflictTitle} size="lg">
      <Stack>
        <Text size="sm">{ui.conflictText}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{ui.conflictField}</Table.Th>
              <Table.Th>{ui.conflictYours}</Table.Th>
              <Table.Th>{ui.conflictTheirs}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {Object.keys(conflict.mine).map((name) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">
                  {conflict.line === null ? names[name] : invoices.line.named(names[name] ?? name, conflict.line)}
                </Table.Th>
                <Table.Td>{showValue(conflict.mine[name]) || ui.none}</Table.Td>
                <Table.Td>{showValue(conflict.theirs[name]) || ui.none}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={settle}>
            {ui.takeTheirs}
          </Button>
          <Button
            onClick={() => {
              settle()
              conflict.keepMine()
            }}
          >
            {ui.keepMine}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
