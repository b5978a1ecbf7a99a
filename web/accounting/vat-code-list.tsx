import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { rateOn, type VatCode } from '../../src/accounting/vat-code.ts'
import { dayIn } from '../../src/lib/dates.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { SetUpList } from '../ui/set-up-list.tsx'
import { vatCodesQuery } from './accounts-query.ts'
import { type AccountingListProps, EditLink, NewLink } from './open-link.tsx'
import { VatCodeForm } from './vat-code-form.tsx'

export function VatCodeList({ mayChange, open, onClose }: AccountingListProps) {
  const { accounting } = useTexts()
  const texts = accounting.vatCodes
  const { fields } = texts
  const query = useQuery(vatCodesQuery)
  const opened = query.data?.items.find(({ id }) => id === open)
  const title = open === 'new' ? texts.newTitle : opened && texts.editTitle(opened.code)
  return (
    <>
      <SetUpList
        label={accounting.tabs.vatCodes}
        hint={texts.hint}
        query={query}
        keyOf={({ id }) => id}
        empty={texts.empty}
        minWidth={680}
        newButton={mayChange ? <NewLink tab="vatCodes">{texts.newButton}</NewLink> : null}
        columns={[
          {
            title: fields.code,
            cell: (one) => (
              <Text fw={600} size="sm">
                {one.code}
              </Text>
            ),
          },
          { title: fields.name, cell: (one) => one.name },
          { title: fields.category, cell: (one) => accounting.categories[one.category] },
          { title: texts.today, right: true, cell: (one) => <RateToday code={one} /> },
          { title: texts.accounts, right: true, cell: (one) => one.accounts },
          { title: accounting.state, cell: (one) => (one.active ? accounting.active : accounting.inactive) },
        ]}
        edit={
          mayChange
            ? (one) => <EditLink tab="vatCodes" id={one.id} label={texts.editTitle(`${one.code} ${one.name}`)} />
            : undefined
        }
      />
      {mayChange ? (
        <FormDrawer title={title} onClose={onClose}>
          <VatCodeForm key={open} code={opened} onDone={onClose} />
        </FormDrawer>
      ) : null}
    </>
  )
}

/** What holds today, and below it what comes. */
function RateToday({ code }: { code: VatCode }) {
  const texts = useTexts().accounting.vatCodes
  const format = useFormat()
  const today = dayIn(useMe().company.timeZone, new Date())
  const rate = rateOn(code.rates, today)
  return (
    <Stack gap={0}>
      <span>{rate ? `${format.decimal(rate.percent)} %` : texts.noneToday}</span>
      {code.rates
        .filter(({ validFrom }) => validFrom > today)
        .map(({ validFrom, percent }) => (
          <Text key={validFrom} size="xs" c="var(--muted)">
            {texts.comes(format.decimal(percent), format.day(validFrom))}
          </Text>
        ))}
    </Stack>
  )
}
