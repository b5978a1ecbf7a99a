import { Alert, Anchor, Button, Group, Select, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import type { ObjectKind, TagGroup } from '../../src/tags/tag.ts'
import { post } from '../api.ts'
import { useTags } from '../tags/tags-query.ts'
import { FaultText } from '../ui/fault.tsx'
import { credentialsOf, type DialogValues } from './dialog-values.ts'
import { useUnicontaTexts } from './texts.ts'

export type PartProps = { form: UseFormReturnType<DialogValues>; readOnly: boolean }

/** Large enough to be hit also where the list is scrolled and a neighbour lies close: 24 px, with the words as small as elsewhere. */
export const largeRadio = { size: 'md', styles: { label: { fontSize: 'var(--mantine-font-size-sm)' } } } as const

type TagGroupName =
  | 'customerGroupTagGroupId'
  | 'projectDepartmentTagGroupId'
  | 'projectCategoryTagGroupId'
  | 'invoiceDepartmentInvoiceTagGroupId'
  | 'invoiceDepartmentProjectTagGroupId'

export function TagGroupField(props: {
  form: UseFormReturnType<DialogValues>
  name: TagGroupName
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

const Fetched = z.object({ tagGroupId: z.string(), created: z.number(), existing: z.number() })

/** UC-15: makes the tags from what stands there, before anything is saved, and chooses their group. */
export function FetchTags(props: {
  form: UseFormReturnType<DialogValues>
  name: TagGroupName
  from: 'fetch-groups' | 'fetch-categories'
  label: string
}) {
  const { form, name } = props
  const { transfer } = useUnicontaTexts()
  const queries = useQueryClient()
  const fetching = useMutation({
    mutationFn() {
      const values = form.getValues()
      const body = { ...credentialsOf(values), tagGroupId: values[name] }
      return post(`/integrations/uniconta/${props.from}`, body, Fetched)
    },
    async onSuccess(answer) {
      await queries.invalidateQueries({ queryKey: ['tag-groups'] })
      form.setFieldValue(name, answer.tagGroupId)
    },
  })
  const { companyId, userName } = form.values
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          size="xs"
          h="auto"
          py={5}
          styles={{ label: { whiteSpace: 'normal', lineHeight: 1.5 } }}
          loading={fetching.isPending}
          disabled={companyId === null || !userName}
          onClick={() => fetching.mutate()}
        >
          {props.label}
        </Button>
        <Text size="sm" role="status">
          {fetching.data ? transfer.madeTags(fetching.data.created, fetching.data.existing) : ''}
        </Text>
      </Group>
      {fetching.error ? <FaultText error={fetching.error} onRetry={() => fetching.mutate()} /> : null}
    </>
  )
}
