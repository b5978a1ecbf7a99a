import { Anchor, Menu, Stack, Tabs, Text } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Project } from '../../src/projects/project.ts'
import { ActivitiesPanel } from '../activities/activities-panel.tsx'
import { useDepartments } from '../departments/departments-query.ts'
import { ExpensesPanel } from '../expenses/expenses-panel.tsx'
import { InvoiceSettingsPanel } from '../invoice-settings/setting-panel.tsx'
import { InvoicesPanel } from '../invoices/invoices-panel.tsx'
import { MembersPanel } from '../prices/members-panel.tsx'
import { PricesPanel } from '../prices/prices-panel.tsx'
import { useMay } from '../session.tsx'
import { NewNumberDialog } from '../sync/new-number-dialog.tsx'
import { StateBadge } from '../sync/state-badge.tsx'
import { SyncPanel } from '../sync/sync-panel.tsx'
import { TagChips } from '../tags/tag-chips.tsx'
import { useTexts } from '../texts/texts.tsx'
import { ProjectHours } from '../time-entries/project-hours.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { MailLink } from '../ui/mail-link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordActions } from '../ui/record-actions.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useUsers } from '../users/users-query.ts'
import { ProjectEconomy } from './project-economy.tsx'
import { useProject } from './project-query.ts'
import { useShowProjectField } from './show-project-field.tsx'

const route = getRouteApi('/projects/$id')

export function ProjectPage() {
  const { id } = route.useParams()
  const query = useProject(id)
  return <RecordState query={query}>{(project) => <ProjectDetails project={project} />}</RecordState>
}

function ProjectDetails({ project }: { project: Project }) {
  const { projects, activities, hours, prices, expenses, invoices, invoiceSettings, shell, sync, ui } = useTexts()
  const { tab = 'details', open } = route.useSearch()
  const navigate = useNavigate()
  const maySeePrices = useMay('view prices')
  const close = () => void navigate({ to: '/projects/$id', params: { id: project.id }, search: tabSearch(tab) })
  const mayChange = useMay('change projects')
  const mayRenumber = useMay('change integrations')
  const [isRenumbering, setRenumbering] = useState(false)
  const maySeeHistory = useMay('view the history')
  const maySeeHours = useMay("view everybody's hours")
  const maySeeSettings = useMay('view accounting')
  const maySeeInvoices = useMay('view invoices')
  const maySeeExpenses = useMay('view expenses')
  const show = useShowProjectField()
  const name = `${project.number} ${project.name}`
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ title: shell.groups.projects }, { title: projects.title, to: '/projects' }, { title: project.name }]}
        badge={
          <>
            <Text c="var(--muted)">{projects.states[project.state]}</Text>
            <StateBadge sync={project.sync} />
          </>
        }
        actions={
          mayChange ? (
            <RecordActions
              list="/projects"
              record={project}
              name={name}
              items={
                mayRenumber && project.sync.externalKey ? (
                  <Menu.Item onClick={() => setRenumbering(true)}>{sync.newNumberItem}</Menu.Item>
                ) : null
              }
            />
          ) : null
        }
      />
      {isRenumbering ? <NewNumberDialog kind="project" record={project} onClose={() => setRenumbering(false)} /> : null}
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ to: '/projects/$id', params: { id: project.id }, search: tabSearch(next) })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{ui.details}</Tabs.Tab>
          <Tabs.Tab value="activities">{activities.title}</Tabs.Tab>
          <Tabs.Tab value="members">{prices.members}</Tabs.Tab>
          {maySeePrices ? <Tabs.Tab value="prices">{prices.title}</Tabs.Tab> : null}
          {maySeeHours ? <Tabs.Tab value="hours">{hours.hours}</Tabs.Tab> : null}
          {maySeeExpenses ? <Tabs.Tab value="expenses">{expenses.tab}</Tabs.Tab> : null}
          {maySeeSettings ? <Tabs.Tab value="invoice-settings">{invoiceSettings.tab}</Tabs.Tab> : null}
          {maySeeInvoices ? <Tabs.Tab value="invoices">{invoices.title}</Tabs.Tab> : null}
          {maySeeHistory ? <Tabs.Tab value="history">{ui.history}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="details">
          <div className="record-columns">
            <Fields project={project} />
            <Stack>
              <SyncPanel kind="project" id={project.id} badge={project.sync} />
              {maySeeInvoices ? <ProjectEconomy projectId={project.id} /> : null}
            </Stack>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="hours">
          <ProjectHours projectId={project.id} />
        </Tabs.Panel>
        <Tabs.Panel value="expenses">
          <ExpensesPanel projectId={project.id} />
        </Tabs.Panel>
        <Tabs.Panel value="invoice-settings">
          <InvoiceSettingsPanel level="project" id={project.id} customerId={project.customerId} />
        </Tabs.Panel>
        <Tabs.Panel value="invoices">
          <InvoicesPanel filter={{ project: project.id }} />
        </Tabs.Panel>
        <Tabs.Panel value="activities">
          <ActivitiesPanel project={project} openId={open} onClose={close} />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <MembersPanel project={project} />
        </Tabs.Panel>
        <Tabs.Panel value="prices">
          <PricesPanel project={project} openId={open} onClose={close} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History
            kind="project"
            subject={project.id}
            names={{ ...projects.fields, ...projects.historyFields }}
            show={show}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

const tabSearch = (tab: string | null) => (tab === null || tab === 'details' ? {} : { tab })

function Fields({ project }: { project: Project }) {
  const { projects } = useTexts()
  const { fields, groups } = projects
  const format = useFormat()
  const users = useUsers()
  const department = useDepartments().byId.get(project.departmentId ?? '')
  return (
    <Stack>
      <FieldGroup title={groups.general}>
        <Field label={fields.customerId}>
          <Anchor component={Link} to={`/customers/${project.customerId}`} size="sm">
            {project.customerNumber} {project.customerName}
          </Anchor>
        </Field>
        <Field label={fields.tagIds}>
          {project.tagIds.length > 0 ? <TagChips objectKind="project" ids={project.tagIds} /> : null}
        </Field>
      </FieldGroup>
      <FieldGroup title={groups.people}>
        <Field label={fields.ownerId}>{users.byId.get(project.ownerId ?? '')?.name}</Field>
        <Field label={fields.departmentId}>{department ? `${department.number} ${department.name}` : null}</Field>
        <Field label={fields.startOn}>{format.day(project.startOn)}</Field>
        <Field label={fields.endOn}>{format.day(project.endOn)}</Field>
      </FieldGroup>
      <FieldGroup title={groups.invoicing}>
        <Field label={fields.currency}>{project.currency ?? projects.customerCurrency}</Field>
        <Field label={fields.customerReference}>{project.customerReference}</Field>
        <Field label={fields.orderReference}>{project.orderReference}</Field>
        <Field label={fields.contractReference}>{project.contractReference}</Field>
      </FieldGroup>
      <FieldGroup title={groups.address}>
        <Field label={fields.street}>{project.street}</Field>
        <Field label={fields.postalCode}>{project.postalCode}</Field>
        <Field label={fields.city}>{project.city}</Field>
        <Field label={fields.countryCode}>{format.country(project.countryCode)}</Field>
        <Field label={fields.email}>{project.email ? <MailLink address={project.email} /> : null}</Field>
      </FieldGroup>
      {project.description ? (
        <FieldGroup title={groups.description}>
          <Field label={fields.description} wide>
            {project.description}
          </Field>
        </FieldGroup>
      ) : null}
    </Stack>
  )
}
