// What is known of a document on its way: its step, its orders, the wait, and both sides of what stands there.
import { List, Stack, Table, Text } from '@mantine/core'
import type { FoundThere, PostingDetail, TheirDocument } from '../../src/uniconta/posting.ts'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useUnicontaTexts } from './texts.ts'

export function PostingFacts({ posting }: { posting: PostingDetail }) {
  const { postings } = useUnicontaTexts()
  const format = useFormat()
  const { step, how, waitEndsAt, orders, there, reason, saidBy } = posting
  return (
    <Stack gap="xs">
      {step ? (
        <Text size="sm">
          {postings.step}: {how ? postings.hows[how] : postings.steps[step]}
          {posting.settledAt ? ` · ${format.instant(posting.settledAt)}` : ''}
        </Text>
      ) : null}
      {waitEndsAt ? (
        <Text size="sm">
          {new Date(waitEndsAt) > new Date()
            ? postings.wait(format.instant(waitEndsAt))
            : postings.waitOver(format.instant(waitEndsAt))}
        </Text>
      ) : null}
      {reason ? (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {postings.reason}: {reason} ({saidBy})
        </Text>
      ) : null}
      {there ? <BothSides posting={posting} there={there} differences={posting.differences} /> : null}
      {orders.length > 0 ? (
        <div>
          <Text size="xs" c="var(--muted)">
            {postings.orders}
          </Text>
          <List size="sm">
            {orders.map(({ number, madeAt, fate }) => (
              <List.Item key={number}>
                {postings.order(String(number), format.instant(madeAt))}:{' '}
                {step === 'settled' && fate === 'posted' ? postings.steps.settled : postings.fates[fate]}
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
    </Stack>
  )
}

/** Ours beside theirs; a value that differs is said to differ, not only coloured. */
export function BothSides(props: {
  posting: PostingDetail
  there: TheirDocument
  differences: FoundThere['differences']
  account?: string
}) {
  const { postings } = useUnicontaTexts()
  const format = useFormat()
  const { posting, there, differences } = props
  const { values } = postings
  const money = (amount: string | null) => (amount === null ? null : format.amount(amount, posting.currency))
  const ofAccount = differences.find(({ field }) => field === 'account')
  const ofCurrency = differences.find(({ field }) => field === 'currency')
  const rows: { name: string; here: string | null; there: string | null; differs?: boolean }[] = [
    {
      name: values.number,
      here: posting.number,
      there: String(there.number),
      differs: String(there.number) !== posting.number,
    },
    ...(props.account === undefined
      ? []
      : [
          {
            name: values.account,
            here: ofAccount?.here ?? props.account,
            there: props.account,
            differs: ofAccount !== undefined,
          },
        ]),
    ...(ofCurrency ? [{ name: values.currency, ...ofCurrency, differs: true }] : []),
    { name: values.net, here: money(posting.net), there: money(there.net), differs: there.net !== posting.net },
    { name: values.VAT, here: money(posting.vat), there: money(there.vat), differs: there.vat !== posting.vat },
    {
      name: values.total,
      here: money(posting.gross),
      there: money(there.gross),
      differs: there.gross !== posting.gross,
    },
    { name: values.dueOn, here: format.day(posting.dueOn), there: format.day(there.dueOn) },
    ...(posting.postingOn ? [{ name: values.postingOn, here: format.day(posting.postingOn), there: null }] : []),
    { name: values.voucher, here: null, there: there.voucher },
    { name: values.journal, here: null, there: there.journalId },
    { name: values.row, here: null, there: there.rowId },
    { name: values.rate, here: null, there: there.exchangeRate && format.decimal(there.exchangeRate) },
    {
      name: values.companyAmount,
      here: null,
      there: posting.currency === 'DKK' ? null : there.companyAmount && format.amount(there.companyAmount, 'DKK'),
    },
  ]
  return (
    <TableScroll label={postings.compared} minWidth={260}>
      <Table withTableBorder verticalSpacing={4} aria-label={postings.compared}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{postings.what}</Table.Th>
            <Table.Th ta="right">{postings.here}</Table.Th>
            <Table.Th ta="right">{postings.there}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows
            .filter((row) => row.there !== null || row.here !== null)
            .filter((row) => row.there !== null || row.name === values.postingOn)
            .map((row) => (
              <Table.Tr key={row.name}>
                <Table.Th scope="row" fw={row.differs && row.there !== null ? 700 : 400}>
                  {row.name}
                  {row.differs && row.there !== null ? ' ≠' : ''}
                </Table.Th>
                <Table.Td ta="right" className="figures">
                  {row.here}
                </Table.Td>
                <Table.Td ta="right" className="figures" fw={row.differs && row.there !== null ? 700 : 400}>
                  {row.there}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}
