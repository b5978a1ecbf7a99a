// What a project category there does with an invoice's line; docs/uniconta.md#project-category.
import { labelReader } from './label-reader.ts'

/** `other` is a type of costs, sums or headings, which no invoice may carry. */
export type CategoryUse = 'revenue' | 'on-account' | 'other'

export const categoryUseOf = labelReader<CategoryUse>({
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
})
