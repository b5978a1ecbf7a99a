/**
 * hourly: hours at a price. fixed: an agreed price by its payment plan. on-account: part invoices by a plan, settled at the end
 * against hours or the agreed price. non-billable: never billed.
 */
export const priceModelKinds = ['hourly', 'fixed', 'on-account', 'non-billable'] as const
export type PriceModelKind = (typeof priceModelKinds)[number]

/** Where the price of an hour comes from when no price of the model names person, role or activity. */
export const hourlyBases = ['custom', 'co-worker', 'role', 'common'] as const
export type HourlyBase = (typeof hourlyBases)[number]
