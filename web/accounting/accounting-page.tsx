import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AccountList } from './account-list.tsx'
import { accountsQuery, vatCodesQuery } from './accounts-query.ts'
import { PaymentTermList } from './payment-term-list.tsx'
import { StandardSet } from './standard-set.tsx'
import { type AccountingTab, accountingTabs } from './tabs.ts'
import { VatCodeList } from './vat-code-list.tsx'
import { VatPhraseList } from './vat-phrase-list.tsx'

const route = getRouteApi('/settings/accounting')

export const AccountingPage = () => (
  <OnlyIfMay permission="view accounting">
    <Page />
  </OnlyIfMay>
)

function Page() {
  const { accounting, shell } = useTexts()
  const mayChange = useMay('change accounting')
  const { tab = 'accounts', open } = route.useSearch()
  const navigate = useNavigate()
  const accounts = useQuery(accountsQuery)
  const codes = useQuery(vatCodesQuery)
  const isEmpty = accounts.data?.items.length === 0 && codes.data?.items.length === 0
  const list = { mayChange, open, onClose: () => void navigate({ to: '/settings/accounting', search: { tab } }) }
  return (
    <>
      <PageHeader
        title={accounting.title}
        crumbs={[{ title: shell.groups.setup }, { title: shell.pages.settings }, { title: accounting.title }]}
      />
      {isEmpty && mayChange ? <StandardSet /> : null}
      <Tabs
        value={tab}
        onChange={(chosen) =>
          void navigate({ to: '/settings/accounting', search: { tab: (chosen ?? 'accounts') as AccountingTab } })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {accountingTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {accounting.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="accounts">
          <AccountList {...list} />
        </Tabs.Panel>
        <Tabs.Panel value="vatCodes">
          <VatCodeList {...list} />
        </Tabs.Panel>
        <Tabs.Panel value="phrases">
          <VatPhraseList {...list} />
        </Tabs.Panel>
        <Tabs.Panel value="terms">
          <PaymentTermList {...list} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
