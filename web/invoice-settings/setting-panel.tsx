// The invoice settings of a customer or project: every value as it holds, where it comes from, and a way to have an own one.
import { Button, Group, Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  accountSettings,
  InvoiceSettings,
  SettingChange,
  type SettingField,
  type SettingLevel,
  type SettingValues,
} from '../../src/invoice-settings/invoice-setting.ts'
import { get, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { History } from '../ui/history.tsx'
import { TextLink } from '../ui/links.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { SettingInput, useShowSetting, useShowSettingField } from './setting-input.tsx'

type Owner = { level: 'customer' | 'project'; id: string; customerId: string }

const fieldGroups = {
  references: ['yourReference', 'orderReference', 'contractReference', 'contactId', 'nameLineAbove', 'nameLineBelow'],
  terms: ['paymentDays', 'language'],
  content: ['lineGrouping', 'hourSpecification', 'attachReceipts', 'invoiceText', 'footerText'],
} as const satisfies Record<string, readonly SettingField[]>

export function InvoiceSettingsPanel(owner: Owner) {
  const path = `/${owner.level}s/${owner.id}/invoice-settings`
  const query = useQuery({ queryKey: [path], queryFn: () => get(path, InvoiceSettings) })
  // The form begins anew after it was saved; what others save meanwhile takes nothing from it.
  const [saves, setSaves] = useState(0)
  return (
    <RecordState query={query}>
      {(settings) => (
        <SettingForm key={saves} owner={owner} path={path} settings={settings} onSaved={() => setSaves(saves + 1)} />
      )}
    </RecordState>
  )
}

function SettingForm(props: { owner: Owner; path: string; settings: InvoiceSettings; onSaved: () => void }) {
  const { owner, path, settings } = props
  const { invoiceSettings: texts, ui } = useTexts()
  const mayChange = useMay(owner.level === 'customer' ? 'change customers' : 'change projects')
  const mayChooseAccounts = useMay('change accounting')
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const show = useShowSettingField(owner.customerId)
  const initial = SettingChange.strip().parse({ ...settings.own, version: settings.version })
  const record = useRecordForm<SettingChange, InvoiceSettings>({
    initial,
    send: (values) => put(path, values, InvoiceSettings),
    onSaved(saved) {
      queries.setQueryData([path], saved)
      // Payment days and references stand in the record itself, and projects inherit from their customer.
      void queries.invalidateQueries()
      props.onSaved()
    },
  })
  const { form } = record
  // Fields whose input is open although they have no value of their own yet.
  const [opened, setOpened] = useState<ReadonlySet<SettingField>>(new Set())
  const reset = () => {
    form.reset()
    setOpened(new Set())
  }
  const side = settings.isDomestic ? 'domestic' : 'foreign'
  const accounts = Object.values(accountSettings).map((sides) => sides[side])
  const field = (name: SettingField, mayEdit: boolean) => (
    <InheritedField
      key={name}
      field={name}
      owner={owner}
      form={form}
      inherited={settings.inherited[name] as Inherited}
      isOwned={opened.has(name) || form.values[name] !== null}
      onOpened={(isOpened) => setOpened((before) => changed(before, name, isOpened))}
      mayEdit={mayEdit}
    />
  )
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="75ch">
          {texts.hint[owner.level]}
        </Text>
        <TextLink to="/settings/invoicing" size="sm">
          {texts.companyLink}
        </TextLink>
      </Group>
      <RecordFormFrame record={record} names={texts.fields} show={show} onCancel={reset} readOnly={!mayChange}>
        {(Object.keys(fieldGroups) as (keyof typeof fieldGroups)[]).map((group) => (
          <FieldGroup key={group} title={texts.groups[group]}>
            {fieldGroups[group].map((name) => field(name, mayChange))}
          </FieldGroup>
        ))}
        <FieldGroup title={texts.groups.accounts}>
          <Text size="sm" c="var(--muted)" className="wide">
            {texts.accountsHint[side]} {mayChange && !mayChooseAccounts ? texts.mayNotChooseAccounts : null}
          </Text>
          {accounts.map((name) => field(name, mayChooseAccounts))}
        </FieldGroup>
      </RecordFormFrame>
      {maySeeHistory ? (
        <section aria-label={ui.history}>
          <FieldGroup title={ui.history}>
            <div className="wide">
              <History kind="invoice-settings" subject={owner.id} names={texts.fields} show={show} />
            </div>
          </FieldGroup>
        </section>
      ) : null}
    </Stack>
  )
}

type Inherited = { value: SettingValues[SettingField]; from: SettingLevel }

function InheritedField(props: {
  field: SettingField
  owner: Owner
  form: UseFormReturnType<SettingChange>
  inherited: Inherited
  isOwned: boolean
  onOpened: (isOpened: boolean) => void
  mayEdit: boolean
}) {
  const { invoiceSettings: texts } = useTexts()
  const { field, owner, form, inherited, isOwned, onOpened, mayEdit } = props
  const show = useShowSetting(owner.customerId)
  // Only one of them is shown at a time, and whoever pressed a button goes on where it was.
  const [wasPressed, setPressed] = useState(false)
  const label = texts.fields[field]
  const value = form.values[field]
  const below = show(field, inherited.value)
  const origin = inherited.value === null ? below : texts.inherited(below, inherited.from)
  const wide = field === 'invoiceText' || field === 'footerText' ? 'wide' : ''
  if (!isOwned || !mayEdit)
    return (
      <div className={wide}>
        <Text size="xs" c="var(--muted)">
          {label}
        </Text>
        <Text size="sm" component="div" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {isOwned ? show(field, value) : below}
        </Text>
        <Group gap={6}>
          {isOwned || inherited.value !== null ? (
            <Text size="xs" c="var(--muted)">
              {isOwned ? texts.own(owner.level) : texts.levels[inherited.from]}
            </Text>
          ) : null}
          {mayEdit ? (
            <Button
              variant="subtle"
              size="compact-xs"
              px={4}
              ml={-4}
              aria-label={texts.overrideField(label)}
              autoFocus={wasPressed}
              onClick={() => {
                form.setFieldValue(field, inherited.value as never)
                onOpened(true)
                setPressed(true)
              }}
            >
              {texts.override}
            </Button>
          ) : null}
        </Group>
      </div>
    )
  return (
    <div className={wide}>
      <SettingInput
        field={field}
        value={value}
        onChange={(next) => form.setFieldValue(field, next as never)}
        error={form.errors[field]}
        customerId={owner.customerId}
        autoFocus={wasPressed}
      />
      <Group gap={6} mt={2}>
        <Text size="xs" c="var(--muted)" style={{ overflowWrap: 'anywhere' }} lineClamp={2}>
          {texts.instead(origin)}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          px={4}
          ml={-4}
          aria-label={texts.goBackField(label)}
          onClick={() => {
            form.setFieldValue(field, null as never)
            form.clearFieldError(field)
            onOpened(false)
            setPressed(true)
          }}
        >
          {texts.goBack}
        </Button>
      </Group>
    </div>
  )
}

function changed(before: ReadonlySet<SettingField>, field: SettingField, isOpened: boolean): ReadonlySet<SettingField> {
  const after = new Set(before)
  if (isOpened) after.add(field)
  else after.delete(field)
  return after
}
