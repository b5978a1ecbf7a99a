// What failed, in words, with a way to try again.
import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ApiProblem } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'

/** The sentence for any error. One that is not from the server is a fault of ours and says so. */
export function useFaultText(): (error: unknown) => string {
  const { shell } = useTexts()
  return (error) => {
    if (!(error instanceof ApiProblem)) return shell.ownFault
    return error.status === 0 ? shell.noAnswer : error.message
  }
}

/** `names` are the labels of the fields that the faults are about. */
export function FaultText(props: {
  error: unknown
  names?: Readonly<Record<string, string>> | undefined
  onRetry?: () => void
}) {
  const { error, names = {}, onRetry } = props
  const { shell } = useTexts()
  const faultText = useFaultText()
  const fields = error instanceof ApiProblem ? error.fields.filter(({ message }) => message !== error.message) : []
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{faultText(error)}</Text>
        {fields.length > 0 ? (
          <List size="sm">
            {fields.map((field) => (
              <List.Item key={`${field.path} ${field.message}`}>
                {names[field.path] ? `${names[field.path]}: ${field.message}` : field.message}
              </List.Item>
            ))}
          </List>
        ) : null}
        {onRetry ? (
          <Button variant="default" size="xs" onClick={onRetry}>
            {shell.tryAgain}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  )
}
