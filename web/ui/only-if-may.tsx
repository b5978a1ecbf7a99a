import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Permission } from '../../src/users/permissions.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { PageHeader } from './page-header.tsx'

/** For addresses that a role is not offered but may have been sent. */
export function OnlyIfMay({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { ui, users } = useTexts()
  const { role } = useMe()
  if (useMay(permission)) return children
  return (
    <Stack>
      <PageHeader title={ui.notAllowedTitle} />
      <Text>{ui.notAllowedText(users.permissions[permission], users.roles[role])}</Text>
    </Stack>
  )
}
