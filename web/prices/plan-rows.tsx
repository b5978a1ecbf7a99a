// The payment plan of a model as it is typed, with what the agreed price leaves.
import { ActionIcon, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { dayIn } from '../../src/lib/dates.ts'
import { addDecimals, compareDecimals, negateDecimal } from '../../src/lib/money.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { type ModelValues, newKey } from './model-values.ts'

type Row = ModelValues['plan'][number]

const decimalOf = (value: string | null) => (value !== null && /^-?\d{1,12}(\.\d{1,6})?$/.test(value) ? value : '0')

export function PlanRows({ form, currency }: { form: UseFormReturnType<ModelValues>; currency: string }) {
  const { prices: texts } = useTexts()
  const { plan, fixedPrice } = form.values
  const set = (index: number, change: Partial<Row>) =>
    form.setFieldValue(
      'plan',
      plan.map((row, at) => (at === index ? { ...row, ...change } : row)),
    )
  return (
    <Stack gap="xs" role="group" aria-label={texts.plan}>
      <div>
        <Text fw={600} size="sm">
          {texts.plan}
        </Text>
        <Text size="xs" c="var(--muted)">
          {texts.planHint}
        </Text>
      </div>
      {plan.length > 0 ? (
        <TableScroll label={texts.plan} minWidth={720}>
          <Table verticalSpacing={4} horizontalSpacing={6} withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={170}>{texts.dueOn}</Table.Th>
                <Table.Th>{texts.text}</Table.Th>
                <Table.Th w={180}>{texts.amount}</Table.Th>
                <Table.Th w={130}>{texts.billedElsewhere}</Table.Th>
                <Table.Th w={40} aria-label={texts.removeItem('')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {plan.map((row, index) => (
                <Table.Tr key={row.key} style={{ verticalAlign: 'top' }}>
                  <Table.Td>
                    <DayInput
                      label={texts.dueOn}
                      isLabelHidden
                      disabled={row.isBilled}
                      value={row.dueOn}
                      onChange={(dueOn) => set(index, { dueOn })}
                      error={form.errors[`plan.${index}.dueOn`]}
                      data-path={`plan.${index}.dueOn`}
                    />
                  </Table.Td>
                  <Table.Td>
                    <TextInput
                      aria-label={texts.text}
                      disabled={row.isBilled}
                      maxLength={200}
                      value={row.text}
                      onChange={(event) => set(index, { text: event.currentTarget.value })}
                      error={form.errors[`plan.${index}.text`]}
                      data-path={`plan.${index}.text`}
                    />
                  </Table.Td>
                  <Table.Td>
                    <DecimalInput
                      aria-label={texts.amount}
                      disabled={row.isBilled}
                      value={row.amount}
                      onChange={(amount) => set(index, { amount })}
                      error={form.errors[`plan.${index}.amount`]}
                      unit={currency}
                      decimals={2}
                      data-path={`plan.${index}.amount`}
                    />
                  </Table.Td>
                  <Table.Td>
                    {row.isBilled ? (
                      <Text size="sm" py={7}>
                        {texts.onInvoice}
                      </Text>
                    ) : (
                      <Checkbox
                        py={8}
                        aria-label={texts.billedElsewhere}
                        checked={row.billedElsewhere}
                        onChange={(event) => set(index, { billedElsewhere: event.currentTarget.checked })}
                      />
                    )}
                  </Table.Td>
                  <Table.Td>
                    {row.isBilled ? null : (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size={36}
                        aria-label={texts.removeItem(row.text)}
                        onClick={() =>
                          form.setFieldValue(
                            'plan',
                            plan.filter((_, at) => at !== index),
                          )
                        }
                      >
                        <IconTrash size={18} aria-hidden />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableScroll>
      ) : null}
      <PlanSums form={form} plan={plan} fixedPrice={fixedPrice} currency={currency} />
    </Stack>
  )
}

function PlanSums(props: {
  form: UseFormReturnType<ModelValues>
  plan: readonly Row[]
  fixedPrice: string | null
  currency: string
}) {
  const { prices: texts } = useTexts()
  const { form, plan, fixedPrice, currency } = props
  const { timeZone } = useMe().company
  const format = useFormat()
  const planned = plan.reduce((sum, row) => addDecimals(sum, decimalOf(row.amount)), '0')
  const rest = fixedPrice === null ? null : addDecimals(decimalOf(fixedPrice), negateDecimal(planned))
  const sign = rest === null ? 0 : compareDecimals(rest, '0')
  const add = (amount: string | null) => {
    const row = { dueOn: dayIn(timeZone, new Date()), amount, text: '', billedElsewhere: false, isBilled: false }
    form.setFieldValue('plan', [...plan, { ...row, key: newKey() }])
  }
  return (
    <Group justify="space-between">
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => add(null)}>
          {texts.addItem}
        </Button>
        {sign > 0 && plan.length > 0 ? (
          <Button variant="default" size="xs" onClick={() => add(rest)}>
            {texts.planRest}
          </Button>
        ) : null}
      </Group>
      <Text size="sm" className="figures" role="status">
        {texts.planned} {format.money(planned, currency)}
        {rest === null || sign === 0 ? null : (
          <Text span size="sm" fw={600} {...(sign < 0 ? { c: 'var(--mantine-color-error)' } : {})}>
            {' · '}
            {sign < 0 ? texts.overplanned : texts.remainder} {format.money(rest.replace('-', ''), currency)}
          </Text>
        )}
      </Text>
    </Group>
  )
}
