import { Alert, Anchor, Group, Stack, Tabs, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Expense } from '../../src/expenses/expense.ts'
import { VoucherScan } from '../connectors.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Amount } from '../ui/amount.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordActions } from '../ui/record-actions.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useExpense } from './expense-query.ts'
import { JudgeExpenses } from './judge-expenses.tsx'

export function ExpensePage({ base, id }: { base: '/expenses' | '/my-expenses'; id: string }) {
  const query = useExpense(id)
  return <RecordState query={query}>{(expense) => <ExpenseDetails base={base} expense={expense} />}</RecordState>
}

function ExpenseDetails({ base, expense }: { base: '/expenses' | '/my-expenses'; expense: Expense }) {
  const { expenses, shell, ui } = useTexts()
  const maySeeHistory = useMay('view the history')
  const isMine = base === '/my-expenses'
  return (
    <>
      <PageHeader
        title={expense.title}
        crumbs={[
          { title: isMine ? shell.groups.my : shell.groups.finances },
          { title: isMine ? expenses.mineTitle : expenses.title, to: base },
          { title: expense.title },
        ]}
        badge={
          <Text c="var(--muted)">
            {expenses.approvals[expense.approval]}
            {expense.billable ? ` · ${expenses.billings[expense.billing]}` : ''}
          </Text>
        }
        actions={
          <Group gap="xs">
            <JudgeExpenses expenses={[expense]} />
            {expense.mayChange ? (
              <RecordActions list={base} api="/expenses" record={expense} name={expense.title} />
            ) : null}
          </Group>
        }
      />
      {expense.rejectedBecause ? (
        <Alert color="red" variant="light" mb="md">
          {expenses.rejectedBecause(expense.rejectedBecause)}
        </Alert>
      ) : null}
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{ui.details}</Tabs.Tab>
          {maySeeHistory ? <Tabs.Tab value="history">{ui.history}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="details">
          <Fields expense={expense} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History kind="expense" subject={expense.id} names={{ ...expenses.fields, ...expenses.historyFields }} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function Fields({ expense }: { expense: Expense }) {
  const { expenses, ui } = useTexts()
  const { fields, groups } = expenses
  const format = useFormat()
  const own = useMe().company.currency
  const maySeeInvoices = useMay('view invoices')
  return (
    <Stack>
      <FieldGroup title={groups.what}>
        <Field label={fields.projectId}>
          <Anchor component={Link} to={`/projects/${expense.projectId}`} size="sm">
            {expense.projectNumber} {expense.projectName}
          </Anchor>
        </Field>
        <Field label={expenses.customer}>{expense.customerName}</Field>
        <Field label={fields.activityId}>{expense.activityName}</Field>
        <Field label={fields.spentOn}>{format.day(expense.spentOn)}</Field>
        <Field label={expenses.registeredBy}>{expense.registeredByName}</Field>
        <Field label={fields.receiptId}>
          {expense.receiptId ? (
            <Anchor href={`/api/v1/files/${expense.receiptId}`} target="_blank" rel="noreferrer" size="sm">
              {expense.receiptName}
            </Anchor>
          ) : expense.source === 'import' ? (
            <Suspense fallback={null}>
              <VoucherScan expenseId={expense.id} />
            </Suspense>
          ) : null}
        </Field>
      </FieldGroup>
      <FieldGroup title={groups.cost}>
        <Field label={fields.amount}>
          <Amount value={expense.amount} currency={expense.currency} />
        </Field>
        <Field label={fields.quantity}>{format.decimal(expense.quantity)}</Field>
        {expense.currency === own ? null : (
          <>
            <Field label={fields.exchangeRate}>{format.decimal(expense.exchangeRate ?? '1')}</Field>
            <Field label={expenses.companyAmount(own)}>
              <Amount value={expense.companyAmount} currency={own} />
            </Field>
          </>
        )}
      </FieldGroup>
      <FieldGroup title={groups.bill}>
        <Field label={fields.billable}>{expense.billable ? ui.yes : ui.no}</Field>
        <Field label={fields.markup}>{expense.markup === null ? null : `${format.decimal(expense.markup)} %`}</Field>
        <Field label={expenses.billing}>
          {expense.invoiceId && maySeeInvoices ? (
            <Anchor component={Link} to={`/invoices/${expense.invoiceId}`} size="sm">
              {expenses.toInvoice}
            </Anchor>
          ) : (
            expenses.billings[expense.billing]
          )}
        </Field>
        <Field label={fields.description} wide>
          {expense.description}
        </Field>
      </FieldGroup>
      <FieldGroup title={groups.supplier}>
        <Field label={fields.supplierName}>{expense.supplierName}</Field>
        <Field label={fields.supplierNumber}>{expense.supplierNumber}</Field>
        <Field label={fields.voucherNumber}>{expense.voucherNumber}</Field>
        <Field label={expenses.source}>{expenses.sources[expense.source]}</Field>
      </FieldGroup>
    </Stack>
  )
}
