// Data transfer: one switch per kind of record, each opens its own options and nothing else (UC-14, UC-30, UC-31, UC-54).
import { Accordion, Fieldset, Radio, Select, Stack, Switch, Table } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ProjectState, projectStates } from '../../src/projects/project.ts'
import { type Phase, phases, projectDepartments } from '../../src/uniconta/settings.ts'
import { useTexts } from '../texts/texts.tsx'
import type { DialogValues } from './dialog-values.ts'
import { ExpenseOptions } from './expense-options.tsx'
import { InvoiceOptions } from './invoice-options.tsx'
import { FetchTags, largeRadio, type PartProps, TagGroupField } from './tag-group-field.tsx'
import { useUnicontaTexts } from './texts.ts'

export function TransferFields({ form, readOnly }: PartProps) {
  const { fields, transfer, importDialog } = useUnicontaTexts()
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
        <Switch
          label={fields.exportInvoices}
          description={transfer.exportInvoicesHint}
          {...form.getInputProps('exportInvoices', { type: 'checkbox' })}
        />
        {form.values.exportInvoices ? <InvoiceOptions form={form} readOnly={readOnly} /> : null}
        <Switch
          label={fields.importExpenses}
          description={importDialog.hint}
          {...form.getInputProps('importExpenses', { type: 'checkbox' })}
        />
        {form.values.importExpenses ? <ExpenseOptions form={form} readOnly={readOnly} /> : null}
      </Stack>
    </Fieldset>
  )
}

function CustomerOptions({ form, readOnly }: PartProps) {
  const { fields, transfer } = useUnicontaTexts()
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
        <FetchTags form={form} name="customerGroupTagGroupId" from="fetch-groups" label={transfer.fetchGroups} />
      )}
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
              <Radio
                key={choice}
                {...largeRadio}
                value={choice}
                label={transfer.departmentChoices[choice]}
                disabled={readOnly}
              />
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
