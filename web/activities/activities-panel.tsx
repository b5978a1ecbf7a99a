// The activities of a project, on its page: what is registered beside what was meant.
import { Button, Group, Modal, Progress, Skeleton, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { Activity } from '../../src/activities/activity.ts'
import { hoursOf } from '../../src/lib/money.ts'
import type { Project, ProjectRow } from '../../src/projects/project.ts'
import { post } from '../api.ts'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useActivities, useHoursByActivity, usePriceModels } from './activities-query.ts'
import { ActivityForm } from './activity-form.tsx'

/** `openId`: the activity in the drawer, or 'new'. */
export function ActivitiesPanel(props: { project: Project; openId: string | undefined; onClose: () => void }) {
  const { activities: texts } = useTexts()
  const { project, openId, onClose } = props
  const mayChange = useMay('change activities')
  const [isCopying, setCopying] = useState(false)
  const query = useActivities(project.id)
  const items = query.data
  const open = items?.find(({ id }) => id === openId)
  const title = openId === 'new' ? texts.newTitle : open && texts.editTitle(open.name)
  const buttons = mayChange ? (
    <Group gap="xs" justify="flex-end">
      <Button variant="default" onClick={() => setCopying(true)}>
        {texts.copyButton}
      </Button>
      <ButtonLink to="/projects/$id" params={{ id: project.id }} search={{ tab: 'activities', open: 'new' }}>
        {texts.newButton}
      </ButtonLink>
    </Group>
  ) : null
  return (
    <Stack gap="sm">
      {items && items.length > 0 ? buttons : null}
      {query.isPending ? <Skeleton height={160} /> : null}
      {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {items?.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{texts.emptyProject}</Text>
          {buttons}
        </Stack>
      ) : null}
      {items && items.length > 0 ? <ActivityTable project={project} items={items} /> : null}
      {mayChange ? (
        <FormDrawer title={title} onClose={onClose}>
          <ActivityForm key={openId} projectId={project.id} activity={open} onDone={onClose} />
        </FormDrawer>
      ) : null}
      {isCopying ? <CopyDialog project={project} onClose={() => setCopying(false)} /> : null}
    </Stack>
  )
}

function ActivityTable({ project, items }: { project: Project; items: readonly Activity[] }) {
  const { activities: texts, ui } = useTexts()
  const { fields } = texts
  const format = useFormat()
  const mayChange = useMay('change activities')
  const maySeeHours = useMay("view everybody's hours")
  const maySeePrices = useMay('view prices')
  const hours = useHoursByActivity(project.id, maySeeHours).data
  const models = usePriceModels(project.id, maySeePrices).data ?? []
  const written = (minutes: number | null | undefined) => (minutes == null ? '' : format.decimal(hoursOf(minutes), 2))
  const sum = (pick: (item: Activity) => number) => items.reduce((all, item) => all + pick(item), 0)
  const modelName = ({ priceModelId }: Activity) =>
    models.find((model) => (priceModelId ? model.id === priceModelId : model.isDefault))?.name
  return (
    <TableScroll label={texts.title} minWidth={maySeeHours ? 860 : 620} framed>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{fields.number}</Table.Th>
            <Table.Th>{fields.name}</Table.Th>
            <Table.Th>{fields.state}</Table.Th>
            <Table.Th>{fields.endOn}</Table.Th>
            {maySeePrices ? <Table.Th>{fields.priceModelId}</Table.Th> : null}
            <Table.Th ta="right">{fields.estimatedMinutes}</Table.Th>
            {maySeeHours ? (
              <>
                <Table.Th ta="right">{texts.registered}</Table.Th>
                <Table.Th ta="right">{texts.billable}</Table.Th>
                <Table.Th w={130}>{texts.left}</Table.Th>
              </>
            ) : null}
            {mayChange ? <Table.Th aria-label={ui.edit} /> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td className="figures">{item.number}</Table.Td>
              <Table.Td fw={600}>
                {mayChange ? (
                  <TextLink
                    className="plain-link"
                    fw={600}
                    size="sm"
                    to="/projects/$id"
                    params={{ id: project.id }}
                    search={{ tab: 'activities', open: item.id }}
                  >
                    {item.name}
                  </TextLink>
                ) : (
                  item.name
                )}
              </Table.Td>
              <Table.Td>
                {item.takesHours ? texts.states[item.state] : `${texts.states[item.state]} · ${texts.takesNone}`}
              </Table.Td>
              <Table.Td className="nowrap">{format.day(item.endOn)}</Table.Td>
              {maySeePrices ? <Table.Td>{modelName(item)}</Table.Td> : null}
              <Table.Td ta="right" className="figures">
                {written(item.estimatedMinutes)}
              </Table.Td>
              {maySeeHours ? (
                <>
                  <Table.Td ta="right" className="figures">
                    {written(hours?.get(item.id)?.minutes ?? 0)}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {written(hours?.get(item.id)?.billableMinutes ?? 0)}
                  </Table.Td>
                  <Table.Td>
                    <Left activity={item} minutes={hours?.get(item.id)?.minutes ?? 0} />
                  </Table.Td>
                </>
              ) : null}
              {mayChange ? (
                <Table.Td ta="right">
                  <ButtonLink
                    size="xs"
                    variant="subtle"
                    to="/projects/$id"
                    params={{ id: project.id }}
                    search={{ tab: 'activities', open: item.id }}
                    aria-label={texts.editTitle(item.name)}
                  >
                    {ui.edit}
                  </ButtonLink>
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {maySeeHours && items.length > 1 ? (
          <Table.Tfoot>
            <Table.Tr fw={600}>
              <Table.Th colSpan={maySeePrices ? 5 : 4} scope="row">
                {texts.total}
              </Table.Th>
              <Table.Td ta="right" className="figures">
                {written(sum((item) => item.estimatedMinutes ?? 0))}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {written(sum((item) => hours?.get(item.id)?.minutes ?? 0))}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {written(sum((item) => hours?.get(item.id)?.billableMinutes ?? 0))}
              </Table.Td>
              <Table.Td colSpan={mayChange ? 2 : 1} />
            </Table.Tr>
          </Table.Tfoot>
        ) : null}
      </Table>
    </TableScroll>
  )
}

/** What the estimate leaves, in hours and as a bar. */
function Left({ activity, minutes }: { activity: Activity; minutes: number }) {
  const { activities: texts } = useTexts()
  const format = useFormat()
  const { estimatedMinutes, alertMinutes } = activity
  if (estimatedMinutes === null) return null
  const left = estimatedMinutes - minutes
  const percent = Math.round((minutes * 100) / estimatedMinutes)
  const isNear = alertMinutes !== null && minutes >= alertMinutes
  return (
    <Stack gap={2}>
      <Text size="sm" className="figures" {...(left < 0 ? { c: 'var(--mantine-color-error)' } : {})}>
        {left < 0 ? texts.over(format.decimal(hoursOf(-left), 2)) : format.decimal(hoursOf(left), 2)}
      </Text>
      <Progress
        size="xs"
        value={Math.min(percent, 100)}
        color={left < 0 ? 'red' : isNear ? 'orange' : 'blue'}
        aria-label={texts.ofEstimate(format.count(percent))}
      />
      {isNear ? (
        <Text size="xs" c="var(--muted)">
          {texts.alertReached(format.decimal(hoursOf(alertMinutes)))}
        </Text>
      ) : null}
    </Stack>
  )
}

function CopyDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const { activities: texts, ui } = useTexts()
  const queries = useQueryClient()
  const [from, setFrom] = useState<ProjectRow | null>(null)
  const copying = useMutation({
    mutationFn: () =>
      post(`/projects/${project.id}/copy-activities`, { fromProjectId: from?.id }, z.object({ copied: z.number() })),
    async onSuccess({ copied }) {
      notifications.show({ message: texts.copied(copied), autoClose: 3_000 })
      onClose()
      await queries.invalidateQueries()
    },
  })
  return (
    <Modal opened onClose={onClose} title={texts.copyTitle}>
      <Stack>
        <Text size="sm">{texts.copyText}</Text>
        <ProjectPicker label={texts.copyFrom} value={from} onChange={setFrom} />
        {copying.error ? <FaultText error={copying.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button disabled={!from} loading={copying.isPending} onClick={() => copying.mutate()}>
            {texts.copyAct}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
