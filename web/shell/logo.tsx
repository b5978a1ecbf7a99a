import { Group, Text } from '@mantine/core'
import { useTexts } from '../texts/texts.tsx'

export function Logo({ size = 26 }: { size?: number }) {
  const { shell } = useTexts()
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/akkord.svg" width={size} height={size} alt="" />
      <Text fw={600} fz={size * 0.65}>
        {shell.appName}
      </Text>
    </Group>
  )
}
