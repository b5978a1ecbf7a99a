import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/texts.tsx'
import { PageHeader } from '../ui/page-header.tsx'

export function NotFound() {
  const { shell } = useTexts()
  return (
    <Stack>
      <PageHeader title={shell.notFoundTitle} />
      <Text>{shell.notFoundText}</Text>
      <Anchor component={Link} to="/">
        {shell.backToStart}
      </Anchor>
    </Stack>
  )
}
