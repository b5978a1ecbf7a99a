import { Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { DepartmentForm } from './department-form.tsx'
import { departmentsQuery } from './departments-query.ts'

const route = getRouteApi('/departments')

export function DepartmentsPage() {
  const { departments: texts, shell, ui } = useTexts()
  const { fields } = texts
  const mayChange = useMay('change departments')
  const { department: openId } = route.useSearch()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/departments' })
  const query = useQuery(departmentsQuery)
  const items = query.data?.items
  const open = items?.find(({ id }) => id === openId)
  const title = openId === 'new' ? texts.newTitle : open && texts.editTitle(open.name)
  const newButton = mayChange ? (
    <ButtonLink to="/departments" search={{ department: 'new' }}>
      {texts.newButton}
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader
        title={texts.title}
        crumbs={[{ title: shell.groups.setup }, { title: texts.title }]}
        actions={newButton}
      />
      <Text size="sm" mb="md" maw="70ch">
        {texts.hint}
      </Text>
      {query.isPending ? <Skeleton height={160} /> : null}
      {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {items?.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{texts.empty}</Text>
          {newButton}
        </Stack>
      ) : null}
      {items && items.length > 0 ? (
        <TableScroll label={texts.title} minWidth={560} framed>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{fields.number}</Table.Th>
                <Table.Th>{fields.name}</Table.Th>
                <Table.Th>{fields.externalNumber}</Table.Th>
                <Table.Th ta="right">{texts.projects}</Table.Th>
                <Table.Th>{texts.state}</Table.Th>
                {mayChange ? <Table.Th aria-label={ui.edit} /> : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td className="figures">{one.number}</Table.Td>
                  <Table.Td fw={600}>{one.name}</Table.Td>
                  <Table.Td>{one.externalNumber ?? texts.ownNumber(one.number)}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {one.projects > 0 ? (
                      <TextLink
                        size="sm"
                        to="/projects"
                        search={{ department: [one.id] }}
                        aria-label={texts.showProjects(one.projects, one.name)}
                      >
                        {one.projects}
                      </TextLink>
                    ) : (
                      0
                    )}
                  </Table.Td>
                  <Table.Td>{one.active ? texts.active : texts.inactive}</Table.Td>
                  {mayChange ? (
                    <Table.Td ta="right">
                      <ButtonLink
                        size="xs"
                        variant="subtle"
                        to="/departments"
                        search={{ department: one.id }}
                        aria-label={texts.editTitle(one.name)}
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
      ) : null}
      {mayChange ? (
        <FormDrawer title={title} onClose={close}>
          <DepartmentForm key={openId} department={open} onDone={close} />
        </FormDrawer>
      ) : null}
    </>
  )
}
