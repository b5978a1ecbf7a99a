import { useTexts } from '../texts/texts.tsx'
import { ButtonLink } from '../ui/links.tsx'
import type { AccountingTab } from './tabs.ts'

/** What every list of the page is given. */
export type AccountingListProps = { mayChange: boolean; open: string | undefined; onClose: () => void }

export function NewLink({ tab, children }: { tab: AccountingTab; children: string }) {
  return (
    <ButtonLink to="/settings/accounting" search={{ tab, open: 'new' }}>
      {children}
    </ButtonLink>
  )
}

export function EditLink({ tab, id, label }: { tab: AccountingTab; id: string; label: string }) {
  const { ui } = useTexts()
  return (
    <ButtonLink size="xs" variant="subtle" to="/settings/accounting" search={{ tab, open: id }} aria-label={label}>
      {ui.edit}
    </ButtonLink>
  )
}
