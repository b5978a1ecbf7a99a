// Who works in a project, and as what. Each choice is saved at once.
import { Button, Divider, Group, Paper, Select, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProjectMember } from '../../src/prices/price.ts'
import type { Project } from '../../src/projects/project.ts'
import { del, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { FaultText } from '../ui/fault.tsx'
import { History } from '../ui/history.tsx'
import { ButtonLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useUsers } from '../users/users-query.ts'
import { Members, useMembers, useProjectRoles } from './prices-query.ts'

export function MembersPanel({ project }: { project: Project }) {
  const { prices: texts } = useTexts()
  const mayChange = useMay('change projects')
  const maySeeHistory = useMay('view the history')
  const members = useMembers(project.id)
  return (
    <Stack>
      <Text size="sm" maw="70ch">
        {texts.membersHint}
      </Text>
      {members.isPending ? <Skeleton height={120} /> : null}
      {members.isError ? <FaultText error={members.error} onRetry={() => members.refetch()} /> : null}
      {members.data?.length === 0 ? <Text size="sm">{texts.membersEmpty}</Text> : null}
      {members.data && members.data.length > 0 ? <MemberTable project={project} members={members.data} /> : null}
      {mayChange && members.data ? <AddMember project={project} members={members.data} /> : null}
      {maySeeHistory ? (
        <section aria-label={texts.membersHistory}>
          <Divider my="xs" label={texts.membersHistory} />
          <History kind="project-members" subject={project.id} names={{}} />
        </section>
      ) : null}
    </Stack>
  )
}

/** Saves a member's role; also who was a member already gets it. */
function useSetMember(project: Project) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (member: { userId: string; roleId: string }) =>
      post(`/projects/${project.id}/members`, member, Members),
    async onSuccess({ items }) {
      queries.setQueryData(['/projects', project.id, 'members'], items)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['/projects', project.id, 'missing-rates'] }),
        queries.invalidateQueries({ queryKey: ['history', 'project-members', project.id] }),
        queries.invalidateQueries({ queryKey: ['/project-roles'] }),
      ])
    },
  })
}

function MemberTable({ project, members }: { project: Project; members: readonly ProjectMember[] }) {
  const { prices: texts, ui } = useTexts()
  const mayChange = useMay('change projects')
  const roles = useProjectRoles(mayChange).data ?? []
  const setting = useSetMember(project)
  const queries = useQueryClient()
  const [leaving, setLeaving] = useState<ProjectMember>()
  return (
    <>
      {setting.error ? <FaultText error={setting.error} /> : null}
      <TableScroll label={texts.members} minWidth={440} framed>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.member}</Table.Th>
              <Table.Th w={260}>{texts.memberRole}</Table.Th>
              {mayChange ? <Table.Th w={110} aria-label={ui.delete} /> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <Table.Tr key={member.userId}>
                <Table.Td fw={600}>
                  {member.name}
                  {member.active ? null : (
                    <Text span size="xs" c="var(--muted)">
                      {' '}
                      {texts.goneUser}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {mayChange ? (
                    <Select
                      size="xs"
                      aria-label={texts.roleOf(member.name)}
                      allowDeselect={false}
                      data={roles
                        .filter((role) => role.active || role.id === member.roleId)
                        .map(({ id, name }) => ({ value: id, label: name }))}
                      value={member.roleId}
                      onChange={(roleId) => roleId && setting.mutate({ userId: member.userId, roleId })}
                    />
                  ) : (
                    member.roleName
                  )}
                </Table.Td>
                {mayChange ? (
                  <Table.Td ta="right">
                    <Button
                      size="xs"
                      variant="subtle"
                      color="red"
                      aria-label={texts.removeMember(member.name)}
                      onClick={() => setLeaving(member)}
                    >
                      {texts.remove}
                    </Button>
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
      <Confirm
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={texts.removeMemberTitle(leaving?.name ?? '')}
        text={texts.removeMemberText}
        yes={texts.remove}
        danger
        act={async () => {
          await del(`/projects/${project.id}/members?user=${encodeURIComponent(leaving?.userId ?? '')}`)
          await queries.invalidateQueries()
        }}
      />
    </>
  )
}

function AddMember({ project, members }: { project: Project; members: readonly ProjectMember[] }) {
  const { prices: texts } = useTexts()
  const mayChangeRoles = useMay('change prices')
  const { users } = useUsers()
  const roles = useProjectRoles()
  const [userId, setUserId] = useState<string | null>(null)
  const [roleId, setRoleId] = useState<string | null>(null)
  const setting = useSetMember(project)
  const offered = (roles.data ?? []).filter((role) => role.active)
  const role = roleId ?? offered[0]?.id ?? null
  if (roles.data && offered.length === 0)
    return (
      <Group>
        <Text size="sm">{texts.noRoles}</Text>
        {mayChangeRoles ? (
          <ButtonLink size="xs" variant="default" to="/project-roles">
            {texts.toRoles}
          </ButtonLink>
        ) : null}
      </Group>
    )
  const isMember = new Set(members.map((member) => member.userId))
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!userId || !role) return
          setting.mutate({ userId, roleId: role }, { onSuccess: () => setUserId(null) })
        }}
      >
        <Group align="flex-end">
          <Select
            label={texts.member}
            searchable
            w={260}
            data={users
              .filter((user) => user.active && !isMember.has(user.id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={userId}
            onChange={setUserId}
          />
          <Select
            label={texts.memberRole}
            w={260}
            allowDeselect={false}
            data={offered.map(({ id, name }) => ({ value: id, label: name }))}
            value={role}
            onChange={setRoleId}
          />
          <Button type="submit" variant="default" disabled={!userId || !role} loading={setting.isPending}>
            {texts.addMember}
          </Button>
        </Group>
      </form>
      {setting.error ? <FaultText error={setting.error} /> : null}
    </Paper>
  )
}
