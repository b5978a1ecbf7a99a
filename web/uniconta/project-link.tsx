// Giving the ledger rows of a project there a project here, and taking that back.
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ImportStanding } from '../../src/uniconta/expense-import.ts'
import { put } from '../api.ts'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { useMay } from '../session.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { useUnicontaTexts } from './texts.ts'

function useLink() {
  const { imports } = useUnicontaTexts()
  const queries = useQueryClient()
  const faultText = useFaultText()
  return useMutation({
    mutationFn: (link: { number: string; projectId: string | null }) =>
      put('/expense-import/links', link, ImportStanding),
    async onSuccess(answer) {
      queries.setQueryData(['/expense-import'], answer)
      notifications.show({ message: imports.chosen })
      await queries.invalidateQueries()
    },
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
}

export function LinkProject({ number }: { number: string }) {
  const { imports } = useUnicontaTexts()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <ChooseProject number={number} />
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={imports.linkProjectFor(number)}
      onClick={() => setOpen(true)}
    >
      {imports.linkProject}
    </Button>
  )
}

function ChooseProject({ number }: { number: string }) {
  const { imports } = useUnicontaTexts()
  const link = useLink()
  return (
    <ProjectPicker
      label={imports.chooseProject}
      value={null}
      onChange={(project) => project && link.mutate({ number, projectId: project.id })}
    />
  )
}

export function ProjectLinks({ links }: Pick<ImportStanding, 'links'>) {
  const { imports } = useUnicontaTexts()
  const may = useMay('send records again')
  const link = useLink()
  if (links.length === 0) return null
  return (
    <Stack gap={4}>
      {links.map(({ number, projectNumber, projectName }) => (
        <Group key={number} gap="xs">
          <Text size="sm">{imports.linked(number, `${projectNumber} ${projectName}`)}</Text>
          {may ? (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={link.isPending}
              aria-label={imports.unlinkFor(number)}
              onClick={() => link.mutate({ number, projectId: null })}
            >
              {imports.unlink}
            </Button>
          ) : null}
        </Group>
      ))}
    </Stack>
  )
}
