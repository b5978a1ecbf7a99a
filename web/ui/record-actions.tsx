// What can be done with a record: Edit at hand, the rest in a menu, and a question before it is deleted.
import { Button, Group, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { del } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from './confirm.tsx'

export function RecordActions(props: {
  /** Path of the list, here and in the API. */
  list: string
  /** Path in the API where it is another one. */
  api?: string
  record: { id: string; version: number }
  name: string
  /** Where to go when it is deleted; else to the list. */
  after?: string
  /** Further items of the menu. */
  items?: ReactNode
}) {
  const { ui } = useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isDeleting, setDeleting] = useState(false)
  const { list, api = list, record, name, after = list } = props
  const path = `${list}/${record.id}`
  return (
    <Group gap="xs">
      <Button component={Link} to={`${path}/edit`}>
        {ui.edit}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label={ui.more}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {props.items}
          <Menu.Item c="var(--mantine-color-error)" onClick={() => setDeleting(true)}>
            {ui.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        title={ui.deleteTitle(name)}
        text={ui.deleteText}
        yes={ui.delete}
        danger
        act={async () => {
          await del(`${api}/${record.id}?version=${record.version}`)
          await navigate({ to: after })
          await queries.invalidateQueries({ queryKey: [api] })
        }}
      />
    </Group>
  )
}
