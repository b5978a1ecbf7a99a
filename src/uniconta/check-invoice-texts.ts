// What Check set-up says of what invoices need.
export const checkInvoiceTexts = {
  'check.parents': () => 'Customers and projects of invoices',
  'check.parents.customers': () =>
    'Customers are not exported. Each customer who is invoiced has to be kept in Uniconta by hand under the same number.',
  'check.parents.projects': () =>
    'Projects are not exported. Each project that is invoiced has to be kept in Uniconta by hand under the same number.',
  'check.parents.ok': () => 'Both are exported, so an invoice finds them.',
  'check.categories': () => 'Project categories',
  'check.categories.noGroup': () =>
    'The tag group for project categories no longer exists. Choose one in the integration.',
  'check.categories.noTags': (v: { group: string }) =>
    `The tag group ${v.group} has no tags. Fetch the project categories from Uniconta to make them.`,
  'check.categories.noCode': (v: { tags: string }) =>
    `These tags have no code: ${v.tags}. The code is the project category in Uniconta.`,
  'check.categories.notThere': (v: { codes: string }) =>
    `Uniconta has no project category with these codes: ${v.codes}.`,
  'check.categories.type': (v: { codes: string }) =>
    `These project categories are not for invoices: ${v.codes}. Use one of the type Revenue or On account invoicing.`,
  'check.categories.label': (v: { codes: string }) =>
    `The type of these project categories is not understood: ${v.codes}. Let it be Revenue or On account invoicing, and give the user English or Danish.`,
  'check.categories.rule': (v: { group: string }) =>
    `The tag group ${v.group} does not ask for exactly one tag. Change its rule, else invoices of projects with none or two fail.`,
  'check.categories.ok': (v: { revenue: string; onAccount: string }) =>
    [
      v.revenue &&
        `Revenue (${v.revenue}): a project gets the income, and costs too where an item has a category of costs.`,
      v.onAccount && `On account invoicing (${v.onAccount}): a project gets the income only.`,
    ]
      .filter(Boolean)
      .join(' '),
  'check.categories.where': () => 'Project > Maintenance > Project category',
  'check.categoryless': () => 'Projects without a category',
  'check.categoryless.some': (v: { count: number; group: string }) =>
    v.count === 1
      ? `One project does not have exactly one tag of ${v.group}; its invoices cannot be posted.`
      : `${v.count} projects do not have exactly one tag of ${v.group}; their invoices cannot be posted.`,
  'check.categoryless.ok': () => 'Every project has exactly one.',
  'check.series': () => 'Number series of invoices',
  'check.series.unread': () => 'The settings of the company could not be read, so its series is not known.',
  'check.series.none': () =>
    'Uniconta names no series for the vouchers of invoices. Choose the one that is for Akkord.',
  'check.series.notVoucher': (v: { serie: string }) =>
    `Uniconta counts invoices apart from vouchers. Choose that an invoice has the number of its voucher; its series is ${v.serie} now.`,
  'check.series.gone': (v: { serie: string }) => `The series ${v.serie}, which invoices use, could not be found.`,
  'check.series.blocked': (v: { serie: string }) => `The series ${v.serie} is blocked.`,
  'check.series.ok': (v: { serie: string }) => `An invoice has the number of its voucher, from the series ${v.serie}.`,
  'check.series.where': () => 'Customer > Maintenance > Number sequences',
  'check.voucherSeries.where': () => 'General Ledger > Maintenance > Voucher number series',
  'check.seriesNext': () => 'Next invoice number',
  'check.seriesNext.underWay': () =>
    'An invoice is under way, so the next number of Uniconta is not known now. Check again when it has arrived.',
  'check.seriesNext.differs': (v: { serie: string; here: number; there: number }) =>
    `Uniconta would give ${v.there}, and ${v.here} has to come next. Set the next number of ${v.serie} to ${v.here}, or our own to one that neither side has used.`,
  'check.seriesNext.ok': (v: { next: number }) => `It is ${v.next} on both sides.`,
  'check.seriesForm': () => 'How invoice numbers are written',
  'check.seriesForm.prefix': (v: { serie: string; prefix: string }) =>
    `Uniconta writes ${v.prefix} before the numbers of ${v.serie}. Remove this prefix, else the numbers differ.`,
  'check.seriesForm.ours': (v: { number: string; next: number }) =>
    `Our next invoice is written ${v.number}, in Uniconta it would be ${v.next}. Remove prefix and leading zeros of our series.`,
  'check.seriesForm.ok': () => 'Bare numbers on both sides.',
  'check.seriesLast': () => 'Numbers left in the series',
  'check.seriesLast.near': (v: { serie: string; next: number; last: number }) =>
    `The series ${v.serie} ends at ${v.last}, and ${v.next} is its next number. Set its last number higher.`,
  'check.seriesLast.ok': () => 'There are enough.',
  'check.seriesGroups': () => 'Series of customer groups',
  'check.seriesGroups.other': (v: { groups: string; serie: string }) =>
    `These customer groups number their invoices by another series: ${v.groups}. Empty it there; all invoices take their numbers from ${v.serie}.`,
  'check.seriesGroups.ok': () => 'No customer group has a series of its own.',
  'check.seriesGroups.where': () => 'Customer > Maintenance > Customer groups > Invoice series',
  'check.creditSeries': () => 'Number series of credit notes',
  'check.creditSeries.unknown': () =>
    'Credit notes have a series of their own here, and nobody has said which one gives them their numbers in Uniconta. Say it under Company > Export invoices > Number series.',
  'check.creditSeries.same': (v: { serie: string }) =>
    `${v.serie} is the series of invoices in Uniconta, so it cannot march in step with our series of credit notes. Name another one, or let credit notes share the series of invoices.`,
  'check.creditSeries.gone': (v: { serie: string }) =>
    `The series ${v.serie}, from which credit notes take their numbers, could not be found.`,
  'check.creditSeries.ok': (v: { serie: string }) => `Credit notes take their numbers from the series ${v.serie}.`,
  'check.creditSeriesNext': () => 'Next credit note number',
  'check.creditSeriesLast': () => 'Numbers left in the series of credit notes',
  'check.creditSeriesAlone': () => 'A series of credit notes for Akkord alone',
  'check.seriesAlone': () => 'A series for Akkord alone',
  'check.seriesAlone.suppliers': (v: { serie: string }) =>
    `Invoices of suppliers take numbers from ${v.serie} too. Give them another series.`,
  'check.seriesAlone.projects': (v: { serie: string }) =>
    `Project orders or timesheets take numbers from ${v.serie} too. Give them another series.`,
  'check.seriesAlone.groups': (v: { serie: string; groups: string }) =>
    `New records of these groups take numbers from ${v.serie} too: ${v.groups}. Give them another series.`,
  'check.seriesAlone.journals': (v: { serie: string; journals: string }) =>
    `These journals take numbers from ${v.serie} too: ${v.journals}. Give them another series.`,
  'check.seriesAlone.posted': (v: { serie: string; vouchers: string }) =>
    `Vouchers that are no invoices took numbers from ${v.serie}: ${v.vouchers}. Find the journal or the reminders that use it and give them another series.`,
  'check.seriesAlone.ok': (v: { serie: string }) => `Nothing else that could be read uses ${v.serie}.`,
  'check.seriesAlone.where': () => 'General Ledger > Maintenance > Voucher number series',
  'check.accounts': () => 'Accounts of invoice lines',
  'check.accounts.none': () => 'No account is chosen for invoice lines yet. Choose them in the settings of invoicing.',
  'check.accounts.notThere': (v: { accounts: string }) => `Uniconta has no account ${v.accounts}.`,
  'check.accounts.blocked': (v: { accounts: string }) => `Blocked in Uniconta: account ${v.accounts}.`,
  'check.accounts.type': (v: { accounts: string }) =>
    `These accounts are no revenue accounts in Uniconta: ${v.accounts}. Choose others, or change their type there.`,
  'check.accounts.label': (v: { accounts: string }) =>
    `The type of these accounts is not understood: ${v.accounts}. Give the user English or Danish, or see that they are revenue accounts.`,
  'check.accounts.dimension': (v: { accounts: string }) =>
    `These accounts demand a dimension that invoices do not carry (its number stands in brackets): ${v.accounts}. Choose it as the department in the integration and send it with invoices, or make it optional on the account there.`,
  'check.accounts.ok': (v: { count: number }) =>
    v.count === 1
      ? 'The one account in use is a revenue account.'
      : `All ${v.count} accounts in use are revenue accounts.`,
  'check.accounts.where': () => 'General Ledger > Maintenance > Chart of accounts',
  'check.period': () => 'Open accounting period',
  'check.period.noYear': (v: { day: string }) =>
    `Uniconta has no accounting year with ${v.day}, so nothing can be booked on that day. Make the year there.`,
  'check.period.yearClosed': (v: { day: string }) =>
    `The accounting year with ${v.day} is closed in Uniconta, so nothing can be booked on that day. Open it there.`,
  'check.period.monthClosed': (v: { day: string }) =>
    `The month of ${v.day} is closed in Uniconta, so nothing can be booked on that day. Open it there.`,
  'check.period.label': (v: { label: string }) =>
    `Whether this accounting year is open is not understood: ${v.label}. Give the user English or Danish, or see that it is open.`,
  'check.period.ok': (v: { day: string }) => `An invoice of ${v.day} can be booked.`,
  'check.period.where': () => 'General Ledger > Maintenance > Accounting year',
  'check.vatCodes': () => 'VAT codes',
  'check.vatCodes.notThere': (v: { codes: string }) => `Uniconta has no VAT code ${v.codes}.`,
  'check.vatCodes.blocked': (v: { codes: string }) => `Blocked in Uniconta: VAT code ${v.codes}.`,
  'check.vatCodes.purchase': (v: { codes: string }) => `These VAT codes are for purchases in Uniconta: ${v.codes}.`,
  'check.vatCodes.rate': (v: { code: string; here: string; there: string }) =>
    `VAT code ${v.code} is ${v.here} % here and ${v.there} % in Uniconta today. Set both alike.`,
  'check.vatCodes.ok': (v: { count: number }) =>
    v.count === 1
      ? 'The one code in use has the same rate there.'
      : `All ${v.count} codes in use have the same rates there.`,
  'check.vatCodes.where': () => 'General Ledger > Maintenance > VAT codes',
  'check.terms': () => 'Terms of payment',
  'check.terms.noDays': () =>
    'Uniconta has no term of 0 days, which every credit note needs. Add one with net days and 0 days.',
  'check.terms.notThere': (v: { days: string }) =>
    `Uniconta has no term with net days for these numbers of days: ${v.days}. Add them; another term is never taken instead.`,
  'check.terms.label': (v: { days: string }) =>
    `The method of the terms of these numbers of days is not understood: ${v.days}. Give the user English or Danish, or see that it is net days.`,
  'check.terms.ok': () => 'There is one for every number of days in use.',
  'check.terms.where': () => 'General Ledger > Maintenance > Terms of payment',
  'check.currencies': () => 'Currencies',
  'check.currencies.company': (v: { here: string; there: string }) =>
    `The company keeps its books in ${v.there} in Uniconta and in ${v.here} here.`,
  'check.currencies.companyWhere': () => 'Company > Maintenance > Company information',
  'check.currencies.noRate': (v: { currencies: string }) =>
    `Uniconta shows no exchange rate for ${v.currencies}. Without one an invoice in it cannot be posted.`,
  'check.currencies.ok': () => 'Every currency in use has a rate, or is that of the company.',
  'check.currencies.where': () => 'General Ledger > Maintenance > Exchange rates',
  'check.invoiceDepartments': () => 'Departments of invoices',
  'check.invoiceDepartmentless': () => 'Invoices without a department',
  'check.invoiceDepartmentless.projects': (v: { count: number }) =>
    v.count === 1
      ? 'One project has no department; its invoices cannot be posted.'
      : `${v.count} projects have no department; their invoices cannot be posted.`,
  'check.invoiceDepartmentless.drafts': (v: { count: number }) =>
    v.count === 1
      ? 'One draft has no department; as an invoice it cannot be posted.'
      : `${v.count} drafts have no department; as invoices they cannot be posted.`,
  'check.invoiceDepartmentless.ok': () => 'All have one.',
}
