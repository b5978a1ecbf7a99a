import { Checkbox, Divider, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Account, AccountInput } from '../../src/accounting/account.ts'
import { del, post, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { SetUpList } from '../ui/set-up-list.tsx'
import { accountsQuery, vatCodesQuery } from './accounts-query.ts'
import { type AccountingListProps, EditLink, NewLink } from './open-link.tsx'

export function AccountList({ mayChange, open, onClose }: AccountingListProps) {
  const { accounting } = useTexts()
  const texts = accounting.accounts
  const { fields } = texts
  const query = useQuery(accountsQuery)
  const opened = query.data?.items.find(({ id }) => id === open)
  const title = open === 'new' ? texts.newTitle : opened && texts.editTitle(opened.number)
  return (
    <>
      <SetUpList
        label={accounting.tabs.accounts}
        hint={texts.hint}
        query={query}
        keyOf={({ id }) => id}
        empty={texts.empty}
        newButton={mayChange ? <NewLink tab="accounts">{texts.newButton}</NewLink> : null}
        columns={[
          { title: fields.number, cell: (one) => <span className="figures">{one.number}</span> },
          {
            title: fields.name,
            cell: (one) => (
              <Text fw={600} size="sm">
                {one.name}
              </Text>
            ),
          },
          {
            title: fields.vatCodeId,
            cell: (one) => one.vatCode ?? <Text c="var(--mantine-color-error)">{accounting.noVatCode}</Text>,
          },
          { title: accounting.state, cell: (one) => (one.active ? accounting.active : accounting.inactive) },
        ]}
        edit={
          mayChange
            ? (one) => <EditLink tab="accounts" id={one.id} label={texts.editTitle(`${one.number} ${one.name}`)} />
            : undefined
        }
      />
      {mayChange ? (
        <FormDrawer title={title} onClose={onClose}>
          <AccountForm key={open} account={opened} onDone={onClose} />
        </FormDrawer>
      ) : null}
    </>
  )
}

type AccountValues = AccountInput & { version?: number }
const empty: AccountValues = { number: '', name: '', vatCodeId: null, active: true }

function AccountForm({ account, onDone }: { account: Account | undefined; onDone: () => void }) {
  const { accounting, ui } = useTexts()
  const texts = accounting.accounts
  const { fields } = texts
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const codes = useQuery(vatCodesQuery).data?.items ?? []
  const path = account ? `/bookkeeping-accounts/${account.id}` : '/bookkeeping-accounts'
  const record = useRecordForm<AccountValues, Account>({
    initial: account ? { ...AccountInput.strip().parse(account), version: account.version } : empty,
    send: (values) => (account ? put(path, values, Account) : post(path, values, Account)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const codeName = (id: unknown) => codes.find((code) => code.id === id)
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        show={(field, value) => (field === 'vatCodeId' ? codeName(value)?.code : undefined)}
        onCancel={onDone}
        actions={
          account ? (
            <DeleteButton
              name={`${account.number} ${account.name}`}
              act={async () => {
                await del(`${path}?version=${account.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput {...text('number')} required data-autofocus maxLength={20} />
        <TextInput {...text('name')} required maxLength={100} />
        <Select
          {...selectInputs(form, fields)('vatCodeId')}
          clearable
          searchable
          placeholder={accounting.noVatCode}
          description={form.values.vatCodeId === null ? accounting.cannotBeBilled : undefined}
          data={codes
            .filter((code) => code.active || code.id === account?.vatCodeId)
            .map((code) => ({ value: code.id, label: `${code.code} · ${code.name}` }))}
        />
        <Checkbox
          label={fields.active}
          description={texts.inactiveHint}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </RecordFormFrame>
      {account && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="account" subject={account.id} names={{ ...fields, ...texts.historyFields }} />
        </section>
      ) : null}
    </Stack>
  )
}
