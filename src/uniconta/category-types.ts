// What a project category there does with an invoice's line. The type travels as its label in the language of the signed-in
// user; docs/uniconta.md#project-category.

/** `other` is a type of costs, sums or headings, which no invoice may carry. */
export type CategoryUse = 'revenue' | 'on-account' | 'other'

const labels: Record<CategoryUse, readonly string[]> = {
  revenue: ['Revenue', 'Omsætning'],
  'on-account': ['On account invoicing', 'Ratefakturering'],
  other: [
    ...[
      'Sum',
      'Header',
      'Overskrift',
      'Materials',
      'Materialer',
      'External work',
      'Fremmed arbejde',
      'Labour',
      'Labor',
    ],
    ...['Arbejdsløn', 'Expenses', 'Udgifter', 'Miscellaneous', 'Diverse', 'Other', 'Andet', 'Adjustment', 'Regulering'],
  ],
}

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}]/gu, '')
const useOfLabel = new Map<string, CategoryUse>()
for (const [use, names] of Object.entries(labels) as [CategoryUse, readonly string[]][])
  for (const name of names) useOfLabel.set(plain(name), use)

/** Undefined for a label that is not known, which may mean anything. */
export function categoryUseOf(label: unknown): CategoryUse | undefined {
  return typeof label === 'string' ? useOfLabel.get(plain(label)) : undefined
}
