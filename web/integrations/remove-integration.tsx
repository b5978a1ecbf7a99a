import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { del } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'

/** Asks before it removes the integration of this type; what its dialog knew (`keys`) is forgotten. */
export function RemoveIntegration(props: {
  type: string
  name: string
  text: string
  keys: readonly (readonly string[])[]
  onRemoved: () => void
}) {
  const { type, name, text, keys, onRemoved } = props
  const { integrations } = useTexts()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  return (
    <div>
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        {integrations.remove}
      </Button>
      <Confirm
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={integrations.removeTitle(name)}
        text={text}
        yes={integrations.remove}
        danger
        act={async () => {
          await del(`/integrations/${type}`)
          notifications.show({ message: integrations.removed(name) })
          onRemoved()
          for (const queryKey of keys) queries.removeQueries({ queryKey })
          await queries.invalidateQueries()
        }}
      />
    </div>
  )
}
