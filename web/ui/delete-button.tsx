import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from './confirm.tsx'

/** Deletes after a question. */
export function DeleteButton(props: { name: string; text?: string; act: () => Promise<unknown> }) {
  const { ui } = useTexts()
  const { name, text = ui.deleteText, act } = props
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button variant="subtle" color="red" ml="auto" onClick={() => setAsked(true)}>
        {ui.delete}
      </Button>
      <Confirm
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={ui.deleteTitle(name)}
        text={text}
        yes={ui.delete}
        danger
        act={act}
      />
    </>
  )
}
