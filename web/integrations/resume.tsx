import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'

/** Lets a connection that waits or is paused try at once. */
export function Resume({ type, size = 'sm' }: { type: string; size?: string }) {
  const { integrations } = useTexts()
  const queries = useQueryClient()
  const faultText = useFaultText()
  const resume = useMutation({
    mutationFn: () => post(`/integrations/${type}/resume`, {}),
    async onSuccess() {
      notifications.show({ message: integrations.resumed })
      await queries.invalidateQueries()
    },
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  return (
    <Button size={size} variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
      {integrations.resume}
    </Button>
  )
}
