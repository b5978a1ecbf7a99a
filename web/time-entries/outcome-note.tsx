import { Button, Stack, Text } from '@mantine/core'
import { useTexts } from '../texts/texts.tsx'

/** What a change of many has done, what it left and why, and the way back. */
export function OutcomeNote(props: { text: string; notDone: readonly string[]; onUndo: (() => void) | undefined }) {
  const { approval } = useTexts()
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">{props.text}</Text>
      {props.notDone.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {props.onUndo ? (
        <Button size="compact-sm" variant="default" onClick={props.onUndo}>
          {approval.undo}
        </Button>
      ) : null}
    </Stack>
  )
}
