import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '../new-key.ts'
import { useTexts } from '../texts/texts.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { FaultText } from '../ui/fault.tsx'

/** Asks for the amount of a part invoice on account. */
export function OnAccountDialog(props: {
  name: string
  currency: string
  onClose: () => void
  /** `key`: of this dialog, so that an answer that got lost does not bill the part twice. */
  make: (amount: string, key: string) => Promise<unknown>
}) {
  const { billing, ui } = useTexts()
  const [amount, setAmount] = useState<string | null>(null)
  const [key] = useState(newKey)
  const making = useMutation({ mutationFn: (of: string) => props.make(of, key) })
  return (
    <Modal opened onClose={props.onClose} title={billing.onAccountTitle(props.name)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (amount) making.mutate(amount)
        }}
      >
        <Stack>
          <Text size="sm">{billing.onAccountText}</Text>
          <DecimalInput
            label={billing.onAccountAmount}
            value={amount}
            onChange={setAmount}
            unit={props.currency}
            decimals={2}
            required
            autoFocus
          />
          {making.error ? <FaultText error={making.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" disabled={!amount} loading={making.isPending}>
              {billing.makeDraft}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
