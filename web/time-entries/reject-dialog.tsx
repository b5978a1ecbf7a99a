import { Button, Group, Kbd, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'

/** Asks why: the person reads it in the timesheet. */
export function RejectDialog(props: { what: string; onClose: () => void; reject: (comment: string) => Promise<void> }) {
  const { approval, ui } = useTexts()
  const [comment, setComment] = useState('')
  const [isTried, setTried] = useState(false)
  const rejecting = useMutation({ mutationFn: () => props.reject(comment.trim()), onSuccess: props.onClose })
  const isEmpty = comment.trim() === ''
  const submit = () => {
    setTried(true)
    if (!isEmpty && !rejecting.isPending) rejecting.mutate()
  }
  return (
    <Modal opened onClose={props.onClose} title={approval.rejectTitle}>
      <Stack>
        <Text size="sm">{props.what}</Text>
        <Textarea
          label={approval.comment}
          description={approval.commentHint}
          required
          data-autofocus
          autosize
          minRows={3}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
          error={isTried && isEmpty ? approval.commentMissing : undefined}
        />
        {rejecting.error ? <FaultText error={rejecting.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {ui.cancel}
          </Button>
          <Button
            color="red.9"
            loading={rejecting.isPending}
            onClick={submit}
            rightSection={
              <Kbd size="xs" visibleFrom="sm">
                Ctrl Enter
              </Kbd>
            }
          >
            {approval.reject}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
