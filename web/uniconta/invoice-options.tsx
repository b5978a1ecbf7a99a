// What Export invoices opens: the category of the lines always, the department only with a dimension (UC-37, UC-54).
import { Accordion, NumberInput, Radio, Stack, Switch } from '@mantine/core'
import { firstDocumentChoices, invoiceDepartments } from '../../src/uniconta/settings.ts'
import { FetchTags, largeRadio, type PartProps, TagGroupField } from './tag-group-field.tsx'
import { useUnicontaTexts } from './texts.ts'

/** Each tag choice keeps its own group, also while another is chosen. */
const tagChoices = {
  'invoice-tag-group': { name: 'invoiceDepartmentInvoiceTagGroupId', objectKind: 'invoice' },
  'project-tag-group': { name: 'invoiceDepartmentProjectTagGroupId', objectKind: 'project' },
} as const

export function InvoiceOptions({ form, readOnly }: PartProps) {
  const { fields, transfer } = useUnicontaTexts()
  return (
    <Stack className="sub-options">
      <TagGroupField
        form={form}
        name="projectCategoryTagGroupId"
        objectKind="project"
        label={fields.projectCategoryTagGroupId}
        hint={transfer.categoryHint}
      />
      {readOnly ? null : (
        <FetchTags
          form={form}
          name="projectCategoryTagGroupId"
          from="fetch-categories"
          label={transfer.fetchCategories}
        />
      )}
      {form.values.departmentDimension === null ? null : <InvoiceDepartment form={form} readOnly={readOnly} />}
      <Radio.Group
        label={fields.firstDocument}
        description={transfer.firstDocumentHint}
        {...form.getInputProps('firstDocument')}
      >
        <Stack gap={8} my={6}>
          {firstDocumentChoices.map((choice) => (
            <Radio
              key={choice}
              {...largeRadio}
              value={choice}
              label={transfer.firstDocumentChoices[choice]}
              disabled={readOnly}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="posting">
          <Accordion.Control>{transfer.postingTitle}</Accordion.Control>
          <Accordion.Panel>
            <Stack>
              <Switch
                label={fields.numberLeavesWhenSettled}
                description={transfer.numberLeavesHint}
                {...form.getInputProps('numberLeavesWhenSettled', { type: 'checkbox' })}
              />
              <NumberInput
                label={fields.postingWaitMinutes}
                description={transfer.postingWaitHint}
                min={5}
                max={1440}
                allowDecimal={false}
                styles={{ wrapper: { maxWidth: 160 } }}
                {...form.getInputProps('postingWaitMinutes')}
              />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

function InvoiceDepartment({ form, readOnly }: PartProps) {
  const { fields, transfer } = useUnicontaTexts()
  const { invoiceDepartment: chosen } = form.values
  const byTag = chosen === 'invoice-tag-group' || chosen === 'project-tag-group' ? tagChoices[chosen] : undefined
  return (
    <>
      <Radio.Group label={fields.invoiceDepartment} {...form.getInputProps('invoiceDepartment')}>
        <Stack gap={8} mt={6}>
          {invoiceDepartments.map((choice) => (
            <Radio
              key={choice}
              {...largeRadio}
              value={choice}
              label={transfer.invoiceDepartmentChoices[choice]}
              disabled={readOnly}
            />
          ))}
        </Stack>
      </Radio.Group>
      {byTag ? (
        <TagGroupField
          key={byTag.name}
          form={form}
          {...byTag}
          label={fields[byTag.name]}
          hint={transfer.departmentTagHint}
        />
      ) : null}
    </>
  )
}
