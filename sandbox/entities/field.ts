// What a field table may say. Every entity of the sandbox is such a table: the wire behaviour (truncation, refusals,
// rendering) is derived from it, and a test compares it with the digest of the vendor's document.
import type { AppEnumName } from '../app-enums.ts'

type FieldKind = 'text' | 'int' | 'amount' | 'bool' | 'date' | 'instant' | 'country' | 'appenum'

export type Field = {
  readonly kind: FieldKind
  /** Longest text that is kept; more is cut without a word. */
  readonly max?: number
  readonly appEnum?: AppEnumName
  /** The entity whose key this field holds. */
  readonly refers?: string
  readonly required?: true
  readonly readOnly?: true
  /** The value may not contain blanks. */
  readonly noBlanks?: true
  /** Where the field comes from, when the vendor's document does not declare it on this entity. */
  readonly evidence?: string
}

export type Entity = {
  readonly name: string
  /** The field that identifies a row to users and to other rows. Without one a row is known by its number only. */
  readonly key?: string
  /** The read-only number the entity shows of its own accord, if it shows one. */
  readonly rowIdField?: 'PrimaryKeyId' | 'Userid'
  /** Field of the group row that names the number series for a blank key. */
  readonly autoNumberFrom?: { readonly field: string; readonly series: string }
  /** Fields that take the row marked IsDefault when they come in blank. */
  readonly defaultsTo?: readonly string[]
  /** The entity whose rows go with one of these and are nothing without it. */
  readonly details?: string
  /** Rows are numbered within their master, and both fields together find one. */
  readonly keyWithinMaster?: { readonly master: string; readonly key: string }
  /** Rows belong to one of `master`; the value `by`, which is not shown, holds its row id. */
  readonly detailOf?: { readonly master: string; readonly by: string }
  /** Rows can be read but not inserted, changed or deleted over the API. */
  readonly readOnly?: true
  readonly fields: Readonly<Record<string, Field>>
}

type Extra = Omit<Field, 'kind' | 'max' | 'appEnum' | 'refers'>

const longestReference = 40

export const text = (max: number, extra: Extra = {}): Field => ({ kind: 'text', max, ...extra })
export const refers = (entity: string, extra: Extra = {}): Field => ({
  kind: 'text',
  max: longestReference,
  refers: entity,
  ...extra,
})
export const int = (extra: Extra = {}): Field => ({ kind: 'int', ...extra })
export const amount = (extra: Extra = {}): Field => ({ kind: 'amount', ...extra })
export const bool = (extra: Extra = {}): Field => ({ kind: 'bool', ...extra })
export const date = (extra: Extra = {}): Field => ({ kind: 'date', ...extra })
/** A moment, where a date is a day of the calendar. */
export const instant = (extra: Extra = {}): Field => ({ kind: 'instant', ...extra })
export const country = (extra: Extra = {}): Field => ({ kind: 'country', ...extra })
export const label = (appEnum: AppEnumName, extra: Extra = {}): Field => ({ kind: 'appenum', appEnum, ...extra })

export const required = { required: true } as const
export const readOnly = { readOnly: true } as const

/** Dimension1..5, which many entities carry. */
export const dimensions: Readonly<Record<string, Field>> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((n) => [`Dimension${n}`, refers(`GLDimType${n}Client`)]),
)
