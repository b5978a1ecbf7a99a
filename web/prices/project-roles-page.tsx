import { Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ProjectRole } from '../../src/prices/price.ts'
import { post } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useProjectRoles } from './prices-query.ts'
import { ProjectRoleForm } from './project-role-form.tsx'

const route = getRouteApi('/project-roles')

export const ProjectRolesPage = () => (
  <OnlyIfMay permission="view prices">
    <Roles />
  </OnlyIfMay>
)

function Roles() {
  const { prices: texts, shell } = useTexts()
  const mayChange = useMay('change prices')
  const { role: openId } = route.useSearch()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/project-roles' })
  const query = useProjectRoles()
  const items = query.data
  const open = items?.find(({ id }) => id === openId)
  const title = openId === 'new' ? texts.newRoleTitle : open && texts.editRole(open.name)
  const newButton = mayChange ? (
    <ButtonLink to="/project-roles" search={{ role: 'new' }}>
      {texts.newRole}
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader
        title={texts.rolesTitle}
        crumbs={[{ title: shell.groups.setup }, { title: texts.rolesTitle }]}
        actions={newButton}
      />
      <Text size="sm" mb="md" maw="70ch">
        {texts.rolesHint}
      </Text>
      {query.isPending ? <Skeleton height={160} /> : null}
      {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {items?.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{texts.rolesEmpty}</Text>
          {mayChange ? (
            <Group>
              <StartButton />
              {newButton}
            </Group>
          ) : null}
        </Stack>
      ) : null}
      {items && items.length > 0 ? <RoleTable roles={items} /> : null}
      {mayChange ? (
        <FormDrawer title={title} onClose={close}>
          <ProjectRoleForm key={openId} role={open} onDone={close} />
        </FormDrawer>
      ) : null}
    </>
  )
}

/** The two roles that most companies begin with, in the reader's language. */
function StartButton() {
  const { prices: texts } = useTexts()
  const queries = useQueryClient()
  const starting = useMutation({
    mutationFn: async () => {
      for (const name of texts.firstRoles) await post('/project-roles', { name }, ProjectRole)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['/project-roles'] }),
  })
  return (
    <>
      {starting.error ? <FaultText error={starting.error} /> : null}
      <Button variant="default" loading={starting.isPending} onClick={() => starting.mutate()}>
        {texts.startWith}
      </Button>
    </>
  )
}

function RoleTable({ roles }: { roles: readonly ProjectRole[] }) {
  const { prices: texts, ui } = useTexts()
  const fields = texts.roleFields
  const format = useFormat()
  const { currency } = useMe().company
  const mayChange = useMay('change prices')
  return (
    <TableScroll label={texts.rolesTitle} minWidth={560} framed>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{fields.name}</Table.Th>
            <Table.Th ta="right">{`${fields.salesPrice}, ${currency}`}</Table.Th>
            <Table.Th ta="right">{`${fields.costPrice}, ${currency}`}</Table.Th>
            <Table.Th ta="right">{texts.roleMembers}</Table.Th>
            <Table.Th>{texts.state}</Table.Th>
            {mayChange ? <Table.Th aria-label={ui.edit} /> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {roles.map((role) => (
            <Table.Tr key={role.id}>
              <Table.Td fw={600}>{role.name}</Table.Td>
              <Table.Td ta="right" className="figures">
                {role.salesPrice === null ? texts.noPrice : format.amount(role.salesPrice, currency)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {role.costPrice === null ? ui.none : format.amount(role.costPrice, currency)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {format.count(role.members)}
              </Table.Td>
              <Table.Td>{role.active ? texts.active : texts.inactive}</Table.Td>
              {mayChange ? (
                <Table.Td ta="right">
                  <ButtonLink
                    size="xs"
                    variant="subtle"
                    to="/project-roles"
                    search={{ role: role.id }}
                    aria-label={texts.editRole(role.name)}
                  >
                    {ui.edit}
                  </ButtonLink>
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}
