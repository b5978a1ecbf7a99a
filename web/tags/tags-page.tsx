import { Badge, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ObjectKind, objectKinds, type Tag, type TagGroup } from '../../src/tags/tag.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { TagForm } from './tag-form.tsx'
import { TagGroupForm } from './tag-group-form.tsx'
import { tagGroupsQuery } from './tags-query.ts'

export function TagsPage() {
  const { tags: texts, shell } = useTexts()
  const mayChange = useMay('change tags')
  const query = useQuery(tagGroupsQuery())
  const groups = query.data?.items
  const newButton = mayChange ? (
    <ButtonLink to="/tags" search={{ group: 'new' }}>
      {texts.newGroupButton}
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
      {query.isPending ? <Skeleton height={240} /> : null}
      {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {groups?.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{texts.empty}</Text>
          {newButton}
        </Stack>
      ) : null}
      <Stack gap="xl">
        {objectKinds.map((kind) => (
          <GroupsOf key={kind} kind={kind} groups={groups?.filter(({ objectKind }) => objectKind === kind) ?? []} />
        ))}
      </Stack>
      {mayChange && groups ? <Beside groups={groups} /> : null}
    </>
  )
}

const route = getRouteApi('/tags')

/** The group or tag that the address names. */
function Beside({ groups }: { groups: readonly TagGroup[] }) {
  const { tags: texts } = useTexts()
  const search = route.useSearch()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/tags' })
  const tag = groups.flatMap((group) => group.tags).find(({ id }) => id === search.tag)
  const group = groups.find(({ id }) => id === (tag?.groupId ?? search.group))
  const isTag = tag !== undefined || (search.tag === 'new' && group !== undefined)
  const title = () => {
    if (tag) return texts.editTitle(tag.name)
    if (isTag && group) return texts.newTagTitle(group.name)
    if (group) return texts.editGroupTitle(group.name)
    return search.group === 'new' ? texts.newGroupTitle : undefined
  }
  return (
    <FormDrawer title={title()} onClose={close}>
      {isTag && group ? (
        <TagForm key={search.tag} tag={tag} group={group} onDone={close} />
      ) : (
        <TagGroupForm key={search.group} group={group} onDone={close} />
      )}
    </FormDrawer>
  )
}

function GroupsOf({ kind, groups }: { kind: ObjectKind; groups: readonly TagGroup[] }) {
  const { tags: texts } = useTexts()
  if (groups.length === 0) return null
  return (
    <Stack component="section" aria-label={texts.objectKinds[kind]} gap="sm">
      <Title order={2}>{texts.objectKinds[kind]}</Title>
      {groups.map((group) => (
        <GroupPanel key={group.id} group={group} />
      ))}
    </Stack>
  )
}

function GroupPanel({ group }: { group: TagGroup }) {
  const { tags: texts, ui } = useTexts()
  const { fields } = texts
  const mayChange = useMay('change tags')
  return (
    <Paper withBorder p="md" component="section" aria-label={group.name}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm">
          <Title order={3}>{group.name}</Title>
          <Text size="sm" c="var(--muted)">
            {texts.rules[group.rule]}
          </Text>
        </Group>
        {mayChange ? (
          <Group gap="xs">
            <ButtonLink
              size="xs"
              variant="subtle"
              to="/tags"
              search={{ group: group.id }}
              aria-label={texts.editGroupTitle(group.name)}
            >
              {ui.edit}
            </ButtonLink>
            <ButtonLink
              size="xs"
              variant="default"
              to="/tags"
              search={{ group: group.id, tag: 'new' }}
              aria-label={texts.newTagIn(group.name)}
            >
              {texts.newTagButton}
            </ButtonLink>
          </Group>
        ) : null}
      </Group>
      {group.tags.length === 0 ? (
        <Text size="sm">{texts.noTags}</Text>
      ) : (
        <TableScroll label={texts.tagsOf(group.name)} minWidth={560}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.tag}</Table.Th>
                <Table.Th>{fields.code}</Table.Th>
                <Table.Th ta="right">{texts.usedBy}</Table.Th>
                <Table.Th>{texts.state}</Table.Th>
                {mayChange ? <Table.Th aria-label={ui.edit} /> : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {group.tags.map((tag) => (
                <TagLine key={tag.id} tag={tag} kind={group.objectKind} mayChange={mayChange} />
              ))}
            </Table.Tbody>
          </Table>
        </TableScroll>
      )}
    </Paper>
  )
}

const lists = { customer: '/customers', project: '/projects', invoice: undefined } as const

function TagLine({ tag, kind, mayChange }: { tag: Tag; kind: ObjectKind; mayChange: boolean }) {
  const { tags: texts, ui } = useTexts()
  const list = lists[kind]
  return (
    <Table.Tr>
      <Table.Td>
        <Badge className="state-badge" variant="light" color={tag.colour} tt="none" fw={500}>
          {tag.name}
        </Badge>
      </Table.Td>
      <Table.Td>{tag.code ?? ui.none}</Table.Td>
      <Table.Td ta="right" className="figures">
        {list && tag.usedBy > 0 ? (
          <TextLink size="sm" to={list} search={{ tag: [tag.id] }} aria-label={texts.showUsers(tag.usedBy, tag.name)}>
            {tag.usedBy}
          </TextLink>
        ) : (
          tag.usedBy
        )}
      </Table.Td>
      <Table.Td>{tag.active ? texts.active : texts.inactive}</Table.Td>
      {mayChange ? (
        <Table.Td ta="right">
          <ButtonLink
            size="xs"
            variant="subtle"
            to="/tags"
            search={{ tag: tag.id }}
            aria-label={texts.editTitle(tag.name)}
          >
            {ui.edit}
          </ButtonLink>
        </Table.Td>
      ) : null}
    </Table.Tr>
  )
}
