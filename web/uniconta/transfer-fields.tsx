// Data transfer: one switch per kind of record, each opens its own options and nothing else (UC-14, UC-30, UC-31).
import {
  Accordion,
  Alert,
  Anchor,
  Button,
  Fieldset,
  Group,
  Radio,
  Select,
  Stack,
  Switch,
  Table,
  Text,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { type ProjectState, projectStates } from '../../src/projects/project.ts'
import type { ObjectKind, TagGroup } from '../../src/tags/tag.ts'
import { type Phase, phases, projectDepartments } from '../../src/uniconta/settings.ts'
import { post } from '../api.ts'
import { useTags } from '../tags/tags-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { credentialsOf, type DialogValues } from './dialog-values.ts'
import { useUnicontaTexts } from './texts.ts'

const Fetched = z.object({ tagGroupId: z.string(), created: z.number(), existing: z.number() })

type PartProps = { form: UseFormReturnType<DialogValues>; readOnly: boolean }

export function TransferFields({ form, readOnly }: PartProps) {
  const { fields, transfer } = useUnicontaTexts()
  return (
    <Fieldset legend={transfer.title} disabled={readOnly}>
      <Stack>
        <Switch
          label={fields.exportCustomers}
          description={transfer.exportCustomersHint}
          {...form.getInputProps('exportCustomers', { type: 'checkbox' })}
        />
        {form.values.exportCustomers ? <CustomerOptions form={form} readOnly={readOnly} /> : null}
        <Switch
          label={fields.exportProjects}
          description={transfer.exportProjectsHint}
          {...form.getInputProps('exportProjects', { type: 'checkbox' })}
        />
        {form.values.exportProjects ? <ProjectOptions form={form} readOnly={readOnly} /> : null}
      </Stack>
    </Fieldset>
  )
}

function CustomerOptions({ form, readOnly }: PartProps) {
  const { fields, transfer } = useUnicontaTexts()
  const queries = useQueryClient()
  const fetching = useMutation({
    mutationFn() {
      const values = form.getValues()
      const body = { ...credentialsOf(values), tagGroupId: values.customerGroupTagGroupId }
      return post('/integrations/uniconta/fetch-groups', body, Fetched)
    },
    async onSuccess(answer) {
      await queries.invalidateQueries({ queryKey: ['tag-groups'] })
      form.setFieldValue('customerGroupTagGroupId', answer.tagGroupId)
    },
  })
  const { companyId, userName } = form.values
  return (
    <Stack className="sub-options">
      <TagGroupField
        form={form}
        name="customerGroupTagGroupId"
        objectKind="customer"
        label={fields.customerGroupTagGroupId}
        hint={transfer.groupHint}
      />
      {readOnly ? null : (
        <Group gap="sm">
          <Button
            variant="default"
            size="xs"
            loading={fetching.isPending}
            disabled={companyId === null || !userName}
            onClick={() => fetching.mutate()}
          >
            {transfer.fetchGroups}
          </Button>
          <Text size="sm" role="status">
            {fetching.data ? transfer.madeTags(fetching.data.created, fetching.data.existing) : ''}
          </Text>
        </Group>
      )}
      {fetching.error ? <FaultText error={fetching.error} onRetry={() => fetching.mutate()} /> : null}
    </Stack>
  )
}

function ProjectOptions({ form, readOnly }: PartProps) {
  const { fields, transfer } = useUnicontaTexts()
  return (
    <Stack className="sub-options">
      {form.values.departmentDimension === null ? null : (
        <Radio.Group label={fields.projectDepartment} {...form.getInputProps('projectDepartment')}>
          <Stack gap={8} mt={6}>
            {projectDepartments.map((choice) => (
              <Radio key={choice} value={choice} label={transfer.departmentChoices[choice]} disabled={readOnly} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {form.values.departmentDimension !== null && form.values.projectDepartment === 'project-tag-group' ? (
        <TagGroupField
          form={form}
          name="projectDepartmentTagGroupId"
          objectKind="project"
          label={fields.projectDepartmentTagGroupId}
          hint={transfer.departmentTagHint}
        />
      ) : null}
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="phases">
          <Accordion.Control>{transfer.phaseTitle}</Accordion.Control>
          <Accordion.Panel>
            <PhaseTable form={form} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

function TagGroupField(props: {
  form: UseFormReturnType<DialogValues>
  name: 'customerGroupTagGroupId' | 'projectDepartmentTagGroupId'
  objectKind: ObjectKind
  label: string
  hint: string
}) {
  const { groups } = useTags(props.objectKind)
  const chosen = groups.find((group) => group.id === props.form.values[props.name])
  return (
    <>
      <Select
        label={props.label}
        description={props.hint}
        required
        searchable
        data={groups.map((group) => ({ value: group.id, label: group.name }))}
        {...props.form.getInputProps(props.name)}
        data-path={props.name}
      />
      {chosen ? <GroupWarnings group={chosen} /> : null}
    </>
  )
}

/** UC-16: what would let records fail later is said where the group is chosen. */
function GroupWarnings({ group }: { group: TagGroup }) {
  const { transfer } = useUnicontaTexts()
  const active = group.tags.filter((tag) => tag.active)
  const codeless = active.filter((tag) => !tag.code).map((tag) => tag.name)
  const warnings = [
    ...(group.rule === 'exactly-one' ? [] : [transfer.wrongRule(group.name)]),
    ...(active.length === 0 ? [transfer.noTags(group.name)] : []),
    ...(codeless.length > 0 ? [transfer.codeless(codeless.join(', '))] : []),
  ]
  if (warnings.length === 0) return null
  return (
    <Alert color="yellow">
      {warnings.map((warning) => (
        <Text key={warning} size="sm">
          {warning}
        </Text>
      ))}
      <Anchor component={Link} to="/tags" size="sm" c="inherit" underline="always">
        {transfer.toTags}
      </Anchor>
    </Alert>
  )
}

function PhaseTable({ form }: { form: UseFormReturnType<DialogValues> }) {
  const { transfer } = useUnicontaTexts()
  const { projects } = useTexts()
  const options = [
    ...phases.map((phase) => ({ value: phase, label: transfer.phases[phase] })),
    { value: '', label: transfer.leavePhase },
  ]
  const setPhase = (state: ProjectState, phase: string | null) =>
    form.setFieldValue('phases', { ...form.getValues().phases, [state]: (phase || null) as Phase | null })
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{transfer.state}</Table.Th>
          <Table.Th>{transfer.phase}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {projectStates.map((state) => (
          <Table.Tr key={state}>
            <Table.Th scope="row">{projects.states[state]}</Table.Th>
            <Table.Td>
              <Select
                size="xs"
                aria-label={`${projects.states[state]}: ${transfer.phase}`}
                allowDeselect={false}
                data={options}
                value={form.values.phases[state] ?? ''}
                onChange={(phase) => setPhase(state, phase)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
