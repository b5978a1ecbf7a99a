// The dialog: search, choose, and it expands into what the chosen connector asks for.
import { Modal, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { connectorDialogs } from '../connectors.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useIntegrationTypes } from './integrations-query.ts'

/** `dialog` is 'new', the type of an existing integration, or nothing: then it is closed. */
export function IntegrationDialog({ dialog, onClose }: { dialog: string | undefined; onClose: () => void }) {
  const { integrations } = useTexts()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const types = useIntegrationTypes()
  const isNew = dialog === 'new'
  const type = isNew ? chosen : dialog
  const shown = types.data?.items.find((one) => one.type === type)
  const ConnectorDialog = shown && connectorDialogs[shown.type]
  const open = (openType: string) =>
    void navigate({ to: '/settings/integrations', search: { dialog: openType }, replace: true })
  const choose = (next: string | null) => {
    const found = types.data?.items.find((one) => one.type === next)
    if (found?.existingId) open(found.type)
    else setChosen(next)
  }
  const close = () => {
    setChosen(null)
    onClose()
  }
  return (
    <Modal
      opened={dialog !== undefined}
      onClose={onClose}
      onExitTransitionEnd={() => setChosen(null)}
      title={isNew ? integrations.newTitle : (shown?.name ?? integrations.title)}
      size={shown ? 1080 : 560}
      closeOnClickOutside={false}
      padding="lg"
    >
      <Stack>
        {isNew ? (
          <Select
            label={integrations.choose}
            placeholder={integrations.chooseHint}
            searchable
            data-autofocus
            nothingFoundMessage={integrations.nothingFound}
            value={chosen}
            onChange={choose}
            data={(types.data?.items ?? []).map((one) => ({ value: one.type, label: one.name }))}
            filter={({ options, search }) => {
              const words = search.trim().toLowerCase()
              const fits = new Set(
                types.data?.items
                  .filter((one) => [one.name, one.description, ...one.keywords].join(' ').toLowerCase().includes(words))
                  .map((one) => one.type),
              )
              return options.filter((option) => 'value' in option && fits.has(option.value))
            }}
            renderOption={({ option }) => {
              const one = types.data?.items.find((candidate) => candidate.type === option.value)
              return (
                <div>
                  <Text size="sm" fw={600}>
                    {option.label}
                  </Text>
                  <Text size="xs" c="var(--muted)">
                    {one?.existingId ? integrations.alreadyThere : one?.description}
                  </Text>
                </div>
              )
            }}
          />
        ) : null}
        {types.error ? <FaultText error={types.error} onRetry={types.refetch} /> : null}
        {type && types.data && !shown ? <Text>{integrations.nothingFound}</Text> : null}
        {ConnectorDialog ? (
          <Suspense fallback={<Skeleton height={320} aria-hidden />}>
            <ConnectorDialog
              key={isNew ? 'new' : 'existing'}
              name={shown.name}
              isNew={isNew}
              onClose={close}
              onMade={() => open(shown.type)}
            />
          </Suspense>
        ) : null}
      </Stack>
    </Modal>
  )
}
