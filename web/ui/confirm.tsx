import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from './fault.tsx'

/** Asks before something that cannot be taken back; stays open and says why when it does not work. */
export function Confirm(props: {
  isOpen: boolean
  onClose: () => void
  title: string
  text: string
  yes: string
  danger?: boolean
  act: () => Promise<unknown>
}) {
  const { ui } = useTexts()
  const acting = useMutation({ mutationFn: props.act, onSuccess: props.onClose })
  const close = () => {
    acting.reset()
    props.onClose()
  }
  return (
    <Modal opened={props.isOpen} onClose={close} title={props.title}>
      <Stack>
        <Text size="sm">{props.text}</Text>
        {acting.error ? <FaultText error={acting.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {ui.cancel}
          </Button>
          <Button
            {...(props.danger ? { color: 'red.9' } : {})}
            loading={acting.isPending}
            onClick={() => acting.mutate()}
          >
            {props.yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
