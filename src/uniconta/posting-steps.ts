/** Each is on disk before the call that it names. A holder that finds `order-sending`, `posting` or `deleting` does not know whether that call left. */
export const postingSteps = [
  'waiting',
  'order-sending',
  'order-made',
  'posting',
  'deleting',
  'reading-back',
  'settled',
] as const
export type PostingStep = (typeof postingSteps)[number]

/** How a document came to be settled. */
export const settledHows = ['posted', 'other-number', 'marked'] as const
export type SettledHow = (typeof settledHows)[number]
