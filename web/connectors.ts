// The dialog that each connector brings, by the type of its integration.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export type ConnectorDialogProps = {
  /** The system's name, as the server gives it. */
  name: string
  isNew: boolean
  onClose: () => void
  /** A new integration was saved: the dialog goes on as that of an existing one. */
  onMade: () => void
}

export const connectorDialogs: Readonly<Record<string, LazyExoticComponent<ComponentType<ConnectorDialogProps>>>> = {
  uniconta: lazy(() => import('./uniconta/uniconta-dialog.tsx').then((module) => ({ default: module.UnicontaDialog }))),
}
