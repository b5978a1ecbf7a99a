// User name, password, company and department: the four fields that connect (UC-61..66).
import {
  Accordion,
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  PasswordInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { CompanyDimensions, UnicontaCompany, type UnicontaIntegration } from '../../src/uniconta/settings.ts'
import { ApiProblem, post } from '../api.ts'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { credentialsOf, type DialogValues } from './dialog-values.ts'
import { useUnicontaTexts } from './texts.ts'

const Companies = z.object({ items: z.array(UnicontaCompany) })

type PartProps = { form: UseFormReturnType<DialogValues>; stored: UnicontaIntegration | null; readOnly: boolean }

export function ConnectionFields({ form, stored, readOnly }: PartProps) {
  const { connection } = useUnicontaTexts()
  return (
    <Fieldset legend={connection.title} disabled={readOnly}>
      <Stack>
        <UserFields form={form} stored={stored} />
        <CompanyFields form={form} stored={stored} readOnly={readOnly} />
      </Stack>
    </Fieldset>
  )
}

function UserFields({ form, stored }: Omit<PartProps, 'readOnly'>) {
  const { fields, connection } = useUnicontaTexts()
  return (
    <>
      <TextInput
        label={fields.userName}
        description={connection.userNameHint}
        required
        maxLength={100}
        autoComplete="off"
        {...form.getInputProps('userName')}
        data-path="userName"
      />
      <PasswordInput
        label={connection.password}
        description={stored ? connection.passwordKept : undefined}
        required={!stored}
        maxLength={200}
        autoComplete="new-password"
        {...form.getInputProps('password')}
        data-path="password"
      />
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="advanced">
          <Accordion.Control>{connection.advanced}</Accordion.Control>
          <Accordion.Panel>
            <Stack>
              <PasswordInput
                label={connection.apiKey}
                description={stored?.hasApiKey ? connection.apiKeyKept : connection.apiKeyHint}
                maxLength={100}
                autoComplete="off"
                {...form.getInputProps('apiKey')}
                data-path="apiKey"
              />
              {stored?.hasApiKey ? (
                <Checkbox
                  label={connection.removeApiKey}
                  {...form.getInputProps('removesApiKey', { type: 'checkbox' })}
                />
              ) : null}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </>
  )
}

function CompanyFields({ form, stored, readOnly }: PartProps) {
  const { fields, connection } = useUnicontaTexts()
  const [isTyped, setTyped] = useState(false)
  const { companyId } = form.values
  const fetching = useMutation({
    mutationFn: () => post('/integrations/uniconta/companies', credentialsOf(form.getValues()), Companies),
    onMutate: () => form.clearErrors(),
    onSuccess({ items }) {
      setTyped(false)
      const known = items.some((company) => company.id === form.getValues().companyId)
      const [only] = items
      if (items.length === 1 && only && !stored) form.setFieldValue('companyId', only.id)
      // What was typed only to be let in is no choice when it is not in the list.
      else if (!known && form.getValues().companyId !== stored?.companyId) form.setFieldValue('companyId', null)
    },
    onError(error) {
      const faults = error instanceof ApiProblem ? error.fields : []
      form.setErrors(Object.fromEntries(faults.map(({ path, message }) => [path, message])))
      if (faults.some(({ path }) => path === 'companyId')) setTyped(true)
    },
  })
  const isFaultOfField = fetching.error instanceof ApiProblem && fetching.error.fields.length > 0
  const fetched = fetching.data?.items
  const notListed = fetched && stored && !fetched.some((company) => company.id === stored.companyId)
  const options = (fetched ?? []).map((company) => ({
    value: String(company.id),
    label: company.deactivated ? connection.deactivated(company.name) : `${company.name} (${company.id})`,
    disabled: company.deactivated,
  }))
  if (stored && !options.some((option) => option.value === String(stored.companyId)))
    options.push({
      value: String(stored.companyId),
      label: `${stored.companyName} (${stored.companyId})`,
      disabled: false,
    })
  const fetchIfReady = () => {
    const { userName, password } = form.getValues()
    if (!userName.trim()) form.setFieldError('userName', connection.writeUserName)
    else if (!password && !stored) form.setFieldError('password', connection.writePassword)
    else fetching.mutate()
  }
  const changesCompany = stored && stored.sentRecords > 0 && companyId !== null && companyId !== stored.companyId
  const shared = {
    label: fields.companyId,
    required: true,
    error: form.errors.companyId,
    'data-path': 'companyId',
    // The hint below the box, so that the button stands beside it.
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    style: { flex: '1 1 240px' },
  }
  return (
    <>
      <Group align="flex-start" gap="sm">
        {isTyped ? (
          <TextInput
            {...shared}
            description={connection.companyIdHint}
            inputMode="numeric"
            maxLength={10}
            value={companyId ?? ''}
            onChange={(event) => {
              const digits = event.currentTarget.value.replace(/\D/g, '')
              form.setFieldValue('companyId', digits ? Number(digits) : null)
            }}
          />
        ) : (
          <Select
            {...shared}
            description={fetched ? connection.fetched(fetched.length) : stored ? undefined : connection.fetchFirst}
            searchable
            allowDeselect={false}
            data={options}
            value={companyId === null ? null : String(companyId)}
            onChange={(id) => form.setFieldValue('companyId', id ? Number(id) : null)}
          />
        )}
        <Button variant="default" className="beside-field" loading={fetching.isPending} onClick={fetchIfReady}>
          {connection.fetchCompanies}
        </Button>
      </Group>
      {fetching.error && !isFaultOfField ? <FaultText error={fetching.error} onRetry={fetchIfReady} /> : null}
      {notListed ? <Alert color="yellow">{connection.notListed}</Alert> : null}
      {changesCompany ? (
        <Alert color="yellow">
          <Stack gap="xs">
            <Text size="sm">{connection.changesCompany(stored.sentRecords)}</Text>
            <Checkbox
              label={connection.confirmChange}
              {...form.getInputProps('confirmCompanyChange', { type: 'checkbox' })}
            />
          </Stack>
        </Alert>
      ) : null}
      <DepartmentField form={form} mayAsk={!readOnly && !isTyped && (stored !== null || fetched !== undefined)} />
    </>
  )
}

function DepartmentField({ form, mayAsk }: { form: UseFormReturnType<DialogValues>; mayAsk: boolean }) {
  const { fields, connection } = useUnicontaTexts()
  const faultText = useFaultText()
  const { companyId, departmentDimension, userName } = form.values
  const dimensions = useQuery({
    queryKey: ['dimensions', userName, companyId],
    queryFn: () => post('/integrations/uniconta/dimensions', credentialsOf(form.getValues()), CompanyDimensions),
    enabled: mayAsk && companyId !== null,
    staleTime: 300_000,
    retry: false,
  })
  const known = dimensions.data?.dimensions ?? []
  const options = [
    { value: '', label: connection.notActivated },
    ...known.map(({ number, name }) => ({ value: String(number), label: connection.dimension(name, number) })),
  ]
  if (departmentDimension !== null && !known.some(({ number }) => number === departmentDimension))
    options.push({ value: String(departmentDimension), label: connection.unnamed(departmentDimension) })
  const fault = form.errors.departmentDimension ?? (dimensions.error ? faultText(dimensions.error) : undefined)
  return (
    <Select
      label={fields.departmentDimension}
      description={dimensions.isFetching ? connection.fetchingDimensions : connection.departmentHint}
      allowDeselect={false}
      data={options}
      value={departmentDimension === null ? '' : String(departmentDimension)}
      onChange={(number) =>
        form.setFieldValue(
          'departmentDimension',
          number ? (Number(number) as DialogValues['departmentDimension']) : null,
        )
      }
      error={fault}
      data-path="departmentDimension"
    />
  )
}
