// What connectors bring to the screens: the dialog of each, by the type of its integration, and where documents are booked.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { SyncBadge } from '../src/sync/record-state.ts'

export type ConnectorDialogProps = {
  /** The system's name, as the server gives it. */
  name: string
  isNew: boolean
  onClose: () => void
  /** A new integration was saved: the dialog goes on as that of an existing one. */
  onMade: () => void
}

export const connectorDialogs: Readonly<Record<string, LazyExoticComponent<ComponentType<ConnectorDialogProps>>>> = {
  'uniconta-payments': lazy(() =>
    import('./uniconta/payments-dialog.tsx').then((module) => ({ default: module.PaymentsDialog })),
  ),
  uniconta: lazy(() => import('./uniconta/uniconta-dialog.tsx').then((module) => ({ default: module.UnicontaDialog }))),
}

/** How a document of the coupled series stands on its way into the books. */
export const PostingPanel: LazyExoticComponent<ComponentType<{ id: string; number: string; badge: SyncBadge }>> = lazy(
  () => import('./uniconta/posting-panel.tsx').then((module) => ({ default: module.PostingPanel })),
)

/** The scan behind an expense that came in. */
export const VoucherScan: LazyExoticComponent<ComponentType<{ expenseId: string }>> = lazy(() =>
  import('./uniconta/voucher-scan.tsx').then((module) => ({ default: module.VoucherScan })),
)

/** Company > Export invoices > Compare. */
export const loadCompare = () => import('./uniconta/compare-page.tsx')

/** Company > Export invoices. */
export const loadExportInvoices = () => import('./uniconta/export-invoices-page.tsx')

/** Company > Import expenses. */
export const loadImportExpenses = () => import('./uniconta/import-expenses-page.tsx')
