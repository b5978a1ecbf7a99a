/** manual: typed by a person. import: read from the accounting system. */
export const expenseSources = ['manual', 'import'] as const
export type ExpenseSource = (typeof expenseSources)[number]
