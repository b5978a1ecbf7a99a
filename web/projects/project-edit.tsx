import { Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { countryCodes } from '../../src/lib/countries.ts'
import { currencyCodes } from '../../src/lib/currencies.ts'
import { Project, ProjectInput, projectStates } from '../../src/projects/project.ts'
import { get, post, put } from '../api.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { useDepartments } from '../departments/departments-query.ts'
import { TagFields } from '../tags/tag-fields.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useUsers } from '../users/users-query.ts'
import { useProject } from './project-query.ts'
import { useShowProjectField } from './show-project-field.tsx'

const NextNumber = z.object({ number: z.string(), overridable: z.boolean() })
/** The first activity is of new projects only. */
type ProjectValues = Required<ProjectInput> & { firstActivity?: string; version?: number }

const newRoute = getRouteApi('/projects/new')

export const NewProject = () => (
  <OnlyIfMay permission="change projects">
    <NewForm />
  </OnlyIfMay>
)

function NewForm() {
  const { projects, activities, shell } = useTexts()
  const { customer, number } = newRoute.useSearch()
  const initial = {
    ...ProjectInput.parse({ name: 'x', customerId: '00000000-0000-4000-8000-000000000000' }),
    name: '',
    number: '',
    customerId: customer ?? '',
    ...(number && { number }),
    firstActivity: activities.firstActivityName,
  }
  return (
    <>
      <PageHeader
        title={projects.newTitle}
        crumbs={[
          { title: shell.groups.projects },
          { title: projects.title, to: '/projects' },
          { title: projects.newTitle },
        ]}
      />
      <ProjectForm
        initial={initial}
        send={(values) => post('/projects', values, Project)}
        back={customer ? `/customers/${customer}` : '/projects'}
      />
    </>
  )
}

const route = getRouteApi('/projects/$id/edit')

export function EditProject() {
  const { id } = route.useParams()
  const query = useProject(id)
  return (
    <OnlyIfMay permission="change projects">
      <RecordState query={query}>{(project) => <EditForm project={project} />}</RecordState>
    </OnlyIfMay>
  )
}

function EditForm({ project }: { project: Project }) {
  const { projects, shell } = useTexts()
  const path = `/projects/${project.id}`
  const { version } = project
  return (
    <>
      <PageHeader
        title={projects.editTitle(project.name)}
        crumbs={[
          { title: shell.groups.projects },
          { title: projects.title, to: '/projects' },
          { title: project.name, to: path },
        ]}
      />
      <ProjectForm
        isSent={project.sync.externalKey !== null}
        initial={{ ...ProjectInput.strip().parse(project), number: project.number, version }}
        send={(values) => put(path, values, Project)}
        back={path}
      />
    </>
  )
}

function ProjectForm(props: {
  initial: ProjectValues
  /** Its number was sent and stays. */
  isSent?: boolean
  send: (values: object) => Promise<Project>
  back: string
}) {
  const { projects, activities, customers } = useTexts()
  const { fields, groups } = projects
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { users } = useUsers()
  const { departments } = useDepartments()
  const show = useShowProjectField()
  const { initial } = props
  const isNew = initial.version === undefined
  const next = useQuery({
    queryKey: ['next-number', 'project'],
    queryFn: () => get('/projects/next-number', NextNumber),
    enabled: isNew,
    staleTime: 0,
  })
  const record = useRecordForm<ProjectValues, Project>({
    initial,
    send: (values) =>
      props.send({ ...values, number: values.number || undefined, customerId: values.customerId || undefined }),
    onSaved(saved) {
      queries.setQueryData(['/projects', saved.id], saved)
      void queries.invalidateQueries({ queryKey: ['/projects', 'list'] })
      void queries.invalidateQueries({ queryKey: ['history', 'project', saved.id] })
      void navigate({ to: `/projects/${saved.id}`, replace: isNew })
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const choice = selectInputs(form, fields)
  const day = (name: 'startOn' | 'endOn') => ({
    label: fields[name],
    value: form.values[name],
    onChange: (value: string | null) => form.setFieldValue(name, value),
    error: form.errors[name],
    'data-path': name,
  })
  return (
    <RecordFormFrame record={record} names={fields} show={show} onCancel={() => void navigate({ to: props.back })}>
      <Stack>
        <FieldGroup title={groups.general}>
          <TextInput {...text('name')} required data-autofocus autoFocus={isNew} maxLength={100} />
          <CustomerPicker
            label={fields.customerId}
            forProject
            value={form.values.customerId}
            onChange={(id) => form.setFieldValue('customerId', id)}
            error={form.errors.customerId}
            data-path="customerId"
          />
          <TextInput
            {...text('number')}
            maxLength={40}
            disabled={props.isSent || (isNew && next.data?.overridable === false)}
            {...(props.isSent ? { description: customers.numberFixed } : {})}
            {...(isNew && next.data
              ? { placeholder: next.data.number, description: customers.nextNumber(next.data.number) }
              : {})}
          />
          <Select {...choice('state')} allowDeselect={false} data={optionsOf(projectStates, projects.states)} />
          <TagFields
            objectKind="project"
            value={form.values.tagIds}
            onChange={(ids) => form.setFieldValue('tagIds', ids)}
            error={form.errors.tagIds}
          />
        </FieldGroup>
        {isNew ? (
          <FieldGroup title={activities.title}>
            <TextInput
              label={activities.firstActivity}
              description={activities.firstActivityHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={100}
              {...form.getInputProps('firstActivity')}
              data-path="firstActivity"
            />
          </FieldGroup>
        ) : null}
        <FieldGroup title={groups.people}>
          <Select
            {...choice('ownerId')}
            searchable
            clearable
            placeholder={projects.nobody}
            data={users
              .filter(({ id, active }) => active || id === initial.ownerId)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            {...choice('departmentId')}
            searchable
            clearable
            placeholder={projects.noDepartment}
            data={departments
              .filter(({ id, active }) => active || id === initial.departmentId)
              .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          />
          <DayInput {...day('startOn')} />
          <DayInput {...day('endOn')} />
        </FieldGroup>
        <FieldGroup title={groups.invoicing}>
          <Select
            {...choice('currency')}
            searchable
            clearable
            placeholder={projects.customerCurrency}
            data={currencyCodes}
          />
          <TextInput {...text('customerReference')} maxLength={60} />
          <TextInput {...text('orderReference')} maxLength={60} />
          <TextInput {...text('contractReference')} maxLength={60} />
        </FieldGroup>
        <FieldGroup title={groups.address}>
          <TextInput {...text('street')} maxLength={60} />
          <TextInput {...text('postalCode')} maxLength={12} />
          <TextInput {...text('city')} maxLength={30} />
          <Select
            {...choice('countryCode')}
            searchable
            clearable
            data={countryCodes.map((code) => ({ value: code, label: format.country(code) }))}
          />
          <TextInput {...text('email')} type="email" maxLength={200} />
        </FieldGroup>
        <FieldGroup title={groups.description}>
          <Textarea {...text('description')} className="wide" autosize minRows={2} maxLength={4000} />
        </FieldGroup>
      </Stack>
    </RecordFormFrame>
  )
}
