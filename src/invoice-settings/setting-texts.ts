export const settingTexts = {
  'invoiceSettings.accountUnknown': () => 'This account does not exist any more. Choose another.',
  'invoiceSettings.accountGone': (v: { number: string; name: string }) =>
    `The account ${v.number} ${v.name} is no longer in use. Choose another, or make it active first.`,
  'invoiceSettings.contactUnknown': () => 'This contact does not exist any more. Choose another.',
  'invoiceSettings.contactOfOther': (v: { name: string; customer: string }) =>
    `${v.name} is not a contact of ${v.customer}. Choose one of the customer’s own.`,
  'invoiceSettings.mayNotChooseAccounts': () =>
    'Your role may not choose accounts. Leave them as they are, or ask somebody who keeps the accounts.',
  'standardSet.notEmpty': () =>
    'There are accounts or VAT codes already, so nothing was added. The standard set is only for the beginning.',
}
