// A small record beside its list. What is open stands in the address, so that it can be linked, and leaving with changes asks.
import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

export function FormDrawer(props: {
  title: string | undefined
  onClose: () => void
  /** For a record with tables in it. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <Drawer
      opened={props.title !== undefined}
      onClose={props.onClose}
      title={props.title}
      position="right"
      size={props.wide ? 'min(1000px, 100vw)' : 'lg'}
      styles={{ title: { fontWeight: 600 } }}
      transitionProps={{ duration: 0 }}
    >
      {props.children}
    </Drawer>
  )
}
