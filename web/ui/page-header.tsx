import { Anchor, Breadcrumbs, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../texts/texts.tsx'

export type Crumb = { title: string; to?: string }

/** Breadcrumb, title and what can be done, the primary action rightmost. A new page moves the focus to its title. */
export function PageHeader(props: {
  title: string
  crumbs?: readonly Crumb[]
  count?: string | undefined
  badge?: ReactNode
  actions?: ReactNode
}) {
  const { shell } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${props.title} · ${shell.appName}`
  }, [props.title, shell.appName])
  useEffect(() => {
    // A page that opens with a field to type in keeps its own focus.
    if (document.activeElement === document.body || document.activeElement?.closest('nav'))
      heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header>
      {props.crumbs ? (
        <Breadcrumbs mb={4} separatorMargin={6} component="nav" aria-label={shell.breadcrumb}>
          {withoutEchoes(props.crumbs).map((crumb) =>
            crumb.to ? (
              <Anchor key={crumb.title} component={Link} to={crumb.to} size="sm" c="dimmed">
                {crumb.title}
              </Anchor>
            ) : (
              <Text key={crumb.title} size="sm" c="dimmed">
                {crumb.title}
              </Text>
            ),
          )}
        </Breadcrumbs>
      ) : null}
      <Group justify="space-between" align="center" mb="md" gap="sm">
        <Group gap="sm" align="center">
          <Title order={1} ref={heading} tabIndex={-1}>
            {props.title}
          </Title>
          {props.count === undefined ? null : (
            <Text c="dimmed" className="figures">
              {props.count}
            </Text>
          )}
          {props.badge}
        </Group>
        <Group gap="xs">{props.actions}</Group>
      </Group>
    </header>
  )
}

/** A group and its first page may have one name: it stands once. */
const withoutEchoes = (crumbs: readonly Crumb[]) =>
  crumbs.filter(({ title }, index) => title !== crumbs[index + 1]?.title)
