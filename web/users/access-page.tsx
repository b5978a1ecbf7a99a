import { Paper, Table, Text } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { type Permission, permissions, roleMay, roles } from '../../src/users/permissions.ts'
import { useTexts } from '../texts/texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** Which role may do what: read from the one table that the server asks. */
export function AccessPage() {
  const { users, shell } = useTexts()
  return (
    <>
      <PageHeader title={users.accessTitle} crumbs={[{ title: shell.groups.setup }, { title: users.accessTitle }]} />
      <Text mb="md">{users.accessText}</Text>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{users.permission}</Table.Th>
                {roles.map((role) => (
                  <Table.Th key={role}>{users.roles[role]}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(Object.keys(permissions) as Permission[]).map((permission) => (
                <Table.Tr key={permission}>
                  <Table.Th scope="row" fw={400}>
                    {users.permissions[permission]}
                  </Table.Th>
                  {roles.map((role) => (
                    <Table.Td key={role}>
                      {roleMay(role, permission) ? (
                        <IconCheck size={18} role="img" aria-label={users.allowed} />
                      ) : (
                        <IconMinus size={18} role="img" aria-label={users.notAllowed} color="var(--muted)" />
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
    </>
  )
}
