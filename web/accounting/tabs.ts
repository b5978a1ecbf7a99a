/** The lists of Setup > Accounting, as they stand in the address. */
export const accountingTabs = ['accounts', 'vatCodes', 'phrases', 'terms'] as const
export type AccountingTab = (typeof accountingTabs)[number]
