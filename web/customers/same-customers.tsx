// Says while a customer is typed that it may be there already. It does not stop the save: branches may share a number.
import { Alert, Anchor, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconInfoCircle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { CustomerRow } from '../../src/customers/customer.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'

const Page = z.object({ items: z.array(CustomerRow) })
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, '').toLowerCase()

export function SameCustomers({ name, registrationNumber }: { name: string; registrationNumber: string | null }) {
  const { customers } = useTexts()
  const byNumber = useSame(registrationNumber ?? '', (row) => row.registrationNumber)
  const byName = useSame(name, (row) => row.name)
  const found = [
    ...byNumber.map((row) => ({ row, text: customers.sameRegistration })),
    ...byName
      .filter(({ id }) => byNumber.every((row) => row.id !== id))
      .map((row) => ({ row, text: customers.sameName })),
  ]
  return (
    <div className="wide" role="status">
      {found.length > 0 ? (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
          {found.map(({ row, text }) => (
            <Text key={row.id} size="sm">
              {text}{' '}
              <Anchor component={Link} to={`/customers/${row.id}`} target="_blank" size="sm" underline="always">
                {row.number} {row.name}
              </Anchor>
            </Text>
          ))}
        </Alert>
      ) : null}
    </div>
  )
}

/** Customers of whom a field is the same but for spaces and case. */
function useSame(text: string, fieldOf: (row: CustomerRow) => string | null): CustomerRow[] {
  const [words] = useDebouncedValue(text.trim(), 300)
  const { data } = useQuery({
    queryKey: ['/customers', 'same', words],
    queryFn: () => get(`/customers${queryOf({ search: words, size: 20 })}`, Page),
    enabled: words.length >= 3,
    placeholderData: keepPreviousData,
  })
  if (words.length < 3) return []
  return data?.items.filter((row) => plain(fieldOf(row)) === plain(words)).slice(0, 3) ?? []
}
