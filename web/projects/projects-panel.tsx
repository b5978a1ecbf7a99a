// The projects of a customer, on the customer's page: the newest changed first, and the way to all.
import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { Customer } from '../../src/customers/customer.ts'
import { ProjectRow } from '../../src/projects/project.ts'
import { get, queryOf } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { ButtonLink, TextLink } from '../ui/links.tsx'

const Page = z.object({ items: z.array(ProjectRow), total: z.number() })
const shownAtOnce = 5

export function ProjectsPanel({ customer }: { customer: Customer }) {
  const { customers, projects: texts } = useTexts()
  const mayChange = useMay('change projects')
  const projects = useQuery({
    queryKey: ['/projects', 'of-customer', customer.id],
    queryFn: () => get(`/projects${queryOf({ customer: customer.id, sort: '-updatedAt', size: shownAtOnce })}`, Page),
  })
  const getsProjects =
    (customer.status === 'active' || customer.status === 'potential') && customer.relation !== 'participant'
  return (
    <Paper withBorder p="md" component="section" aria-label={customers.projects}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{customers.projects}</Title>
          {mayChange && getsProjects ? (
            <ButtonLink size="xs" variant="default" to="/projects/new" search={{ customer: customer.id }}>
              {customers.addProject}
            </ButtonLink>
          ) : null}
        </Group>
        {projects.isPending ? <Skeleton height={40} /> : null}
        {projects.isError ? <FaultText error={projects.error} onRetry={() => projects.refetch()} /> : null}
        {projects.data?.total === 0 ? <Text size="sm">{customers.noProjects}</Text> : null}
        {projects.data?.items.map((project) => (
          <Group key={project.id} justify="space-between" gap="xs" wrap="nowrap">
            <TextLink to="/projects/$id" params={{ id: project.id }} size="sm" className="line-link">
              {project.number} {project.name}
            </TextLink>
            <Text size="xs" c="var(--muted)" style={{ flexShrink: 0 }}>
              {texts.states[project.state]}
            </Text>
          </Group>
        ))}
        {projects.data && projects.data.total > shownAtOnce ? (
          <TextLink to="/projects" search={{ customer: [customer.id] }} size="sm">
            {customers.allProjects(projects.data.total)}
          </TextLink>
        ) : null}
      </Stack>
    </Paper>
  )
}
