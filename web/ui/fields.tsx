// Fields of a record as read, in the same grid as when they are edited.
import { Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/texts.tsx'

export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <div className="field-grid">{children}</div>
    </Paper>
  )
}

export function Field({ label, children, wide }: { label: string; children?: ReactNode; wide?: boolean }) {
  const { ui } = useTexts()
  const isEmpty = children === null || children === undefined || children === ''
  return (
    <div className={wide ? 'wide' : ''}>
      <Text size="xs" c="var(--muted)">
        {label}
      </Text>
      <Text size="sm" component="div" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {isEmpty ? ui.none : children}
      </Text>
    </div>
  )
}
