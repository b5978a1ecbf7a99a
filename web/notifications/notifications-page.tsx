import { Anchor, Badge, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Notification, noticeKinds } from '../../src/notifications/notification.ts'
import { get, post, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FilterBar, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { listPage } from '../ui/list-page.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { ViewLinks } from '../ui/view-links.tsx'

const Page = listPage(Notification).extend({ unread: z.number() })
const queryKey = ['/notifications']
const route = getRouteApi('/notifications')
const looks = {
  info: { icon: IconInfoCircle, color: 'var(--mantine-color-blue-7)' },
  warning: { icon: IconAlertTriangle, color: 'var(--mantine-color-yellow-8)' },
  error: { icon: IconCircleX, color: 'var(--mantine-color-red-7)' },
}

export function NotificationsPage() {
  const { notifications, shell, ui } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const search = route.useSearch()
  const { kind, unread: onlyUnread } = search
  const list = useInfiniteQuery({
    queryKey: [...queryKey, kind, onlyUnread],
    queryFn: ({ pageParam }) => get(`/notifications${queryOf({ page: pageParam, kind, unread: onlyUnread })}`, Page),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
    refetchInterval: 30_000,
  })
  const markRead = useMutation({
    mutationFn: (which: { all: true } | { ids: string[] }) => post('/notifications/read', which),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey })
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const unread = list.data?.pages[0]?.unread ?? 0
  return (
    <Stack maw={860}>
      <PageHeader
        title={notifications.title}
        crumbs={[{ title: shell.groups.my }, { title: notifications.title }]}
        actions={
          <>
            <ButtonLink to="/notifications/settings" variant="default">
              {notifications.settings}
            </ButtonLink>
            {unread > 0 ? (
              <Button variant="default" loading={markRead.isPending} onClick={() => markRead.mutate({ all: true })}>
                {notifications.markAll}
              </Button>
            ) : null}
          </>
        }
      />
      <Group gap="sm">
        <ViewLinks
          label={notifications.views}
          to="/notifications"
          views={[
            { name: notifications.all, search: {}, isShown: !kind && !onlyUnread },
            { name: notifications.notRead, search: { unread: ['true'] }, isShown: !kind && Boolean(onlyUnread) },
          ]}
        />
        <FilterBar
          title={notifications.title}
          withoutSearch
          filters={[{ key: 'kind', title: notifications.kind, options: optionsOf(noticeKinds, notifications.kinds) }]}
          search={search}
          onSearch={(next) => void navigate({ to: '/notifications', search: next, replace: true })}
        />
      </Group>
      {list.isPending ? <Skeleton height={160} /> : null}
      {list.error ? <FaultText error={list.error} onRetry={() => list.refetch()} /> : null}
      {list.data && items.length === 0 ? (
        <Text>{kind || onlyUnread ? notifications.emptyFiltered : notifications.empty}</Text>
      ) : null}
      {items.map((item) => (
        <Line key={item.id} item={item} onRead={() => markRead.mutate({ ids: [item.id] })} />
      ))}
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {ui.showMore}
        </Button>
      ) : null}
    </Stack>
  )
}

function Line({ item, onRead }: { item: Notification; onRead: () => void }) {
  const { notifications } = useTexts()
  const format = useFormat()
  const { icon: LevelIcon, color } = looks[item.level]
  return (
    <Paper withBorder p="sm" component="article">
      <Group align="flex-start" wrap="nowrap">
        <LevelIcon size={20} color={color} role="img" aria-label={notifications.levels[item.level]} />
        <Stack gap={4} flex={1}>
          <Text size="sm" fw={item.readAt ? 400 : 600} style={{ overflowWrap: 'anywhere' }}>
            {item.label === null ? '' : `${item.label}: `}
            {item.text}
          </Text>
          <Group gap="sm">
            <Text size="xs" c="var(--muted)">
              {format.instant(item.at)} · {notifications.kinds[item.kind]}
              {item.repeats > 0 ? ` · ${notifications.repeats(item.repeats)}` : ''}
            </Text>
            {item.readAt ? null : (
              <Badge size="sm" variant="light" tt="none" className="state-badge">
                {notifications.isNew}
              </Badge>
            )}
          </Group>
          <Group gap="md">
            {item.link ? (
              <Anchor component={Link} to={item.link} size="sm" onClick={item.readAt ? undefined : onRead}>
                {notifications.look}
              </Anchor>
            ) : null}
            {item.readAt ? null : (
              <Anchor component="button" type="button" size="sm" onClick={onRead}>
                {notifications.markOne}
              </Anchor>
            )}
          </Group>
        </Stack>
      </Group>
    </Paper>
  )
}
