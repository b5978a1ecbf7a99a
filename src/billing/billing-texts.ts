export const billingTexts = {
  'billing.hoursNotApproved': (v: { hours: string }) =>
    `Hours not approved yet: ${v.hours}. They stay out until they are approved on the page Hours approval.`,
  'billing.expensesNotApproved': (v: { count: number }) =>
    v.count === 1
      ? 'One expense is not approved yet and stays out. Approve it on the page Project expenses.'
      : `${v.count} expenses are not approved yet and stay out. Approve them on the page Project expenses.`,
  'billing.noAccount': (v: { productType: string; where: string }) =>
    `No bookkeeping account is chosen for ${names[v.productType] ?? v.productType} ${v.where === 'domestic' ? 'sold at home' : 'sold abroad'}. Choose one in the invoice settings of company, customer or project.`,
  'billing.accountInactive': (v: { account: string }) =>
    `The bookkeeping account ${v.account} is no longer active. Choose another, or make it active again.`,
  'billing.accountWithoutVat': (v: { account: string }) =>
    `The bookkeeping account ${v.account} has no VAT code. Give it one under Setup > Accounting.`,
  'billing.vatWithoutRate': (v: { code: string; day: string }) =>
    `The VAT code ${v.code} has no percentage on ${v.day}. Add one that is valid from that day or earlier.`,
  'billing.activityClosed': (v: { activity: string }) =>
    `The activity ${v.activity} is closed and still has unbilled hours. They are billed unless you take them off.`,
  'billing.customerBlocked': (v: { customer: string }) =>
    `${v.customer} is blocked and gets no invoices. Make the customer active first, or bill another one.`,
  'billing.customerInactive': (v: { customer: string }) =>
    `${v.customer} is inactive. Look whether the invoice should go to another customer.`,
  'billing.customerParticipant': (v: { customer: string }) =>
    `${v.customer} only takes part in projects and is never billed. Change its relation to customer, or choose another in the price model.`,
  'billing.noPaymentTerm': (v: { customer: string }) =>
    `There are no payment days for ${v.customer}. Set them on the customer or in the invoice settings of the company.`,
  'billing.noExchangeRate': (v: { currency: string; own: string }) =>
    `No exchange rate from ${v.currency} to ${v.own} is known yet. Give the rate when you make the draft.`,
  'billing.noPlan': (v: { model: string }) =>
    `${v.model} has an agreed price and no payment plan: a draft bills all that is left of the price.`,
  'billing.noModel': (v: { project: string }) =>
    `The project ${v.project} has no price model, so nothing of it can be billed. Add one under Prices of the project.`,
}

const names: Readonly<Record<string, string>> = { hours: 'hours', expenses: 'expenses', products: 'products' }
