// What stops a document and what to look at, each as a sentence with the way to mend it.
import { Alert, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import type { Hindrance } from '../../src/billing/hindrance.ts'
import { useTexts } from '../texts/texts.tsx'
import { AddressLink } from '../ui/links.tsx'

export function Hindrances({ hindrances }: { hindrances: readonly Hindrance[] }) {
  const { invoices } = useTexts()
  const groups = [
    {
      title: invoices.draft.stops,
      color: 'red',
      icon: IconAlertTriangle,
      items: hindrances.filter((one) => one.stops),
    },
    {
      title: invoices.draft.doubts,
      color: 'yellow',
      icon: IconInfoCircle,
      items: hindrances.filter((one) => !one.stops),
    },
  ]
  return groups.map(({ title, color, icon: GroupIcon, items }) =>
    items.length === 0 ? null : (
      <Alert key={title} color={color} icon={<GroupIcon aria-hidden />}>
        <Text size="sm" fw={600} mb={4}>
          {title}
        </Text>
        <List size="sm" spacing={4}>
          {items.map((one) => (
            <List.Item key={one.message}>
              <HindranceText hindrance={one} />
            </List.Item>
          ))}
        </List>
      </Alert>
    ),
  )
}

export function HindranceText({ hindrance }: { hindrance: Hindrance }) {
  const { invoices } = useTexts()
  const { pathname } = useLocation()
  // What is mended on this very page needs no way to it.
  const link = hindrance.link === pathname ? null : hindrance.link
  return (
    <Text span size="sm">
      {hindrance.message}{' '}
      {link ? (
        <AddressLink
          address={link}
          size="sm"
          c="inherit"
          underline="always"
          className="line-link"
          aria-label={`${invoices.draft.mend}: ${hindrance.message}`}
        >
          {invoices.draft.mend}
        </AddressLink>
      ) : null}
    </Text>
  )
}
