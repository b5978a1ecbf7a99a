/** What of hours lies beyond the cap of their model, given what of it was billed before: between 0 and the hours. */
export function beyondCap(cap: bigint | null | undefined, billedBefore: bigint, hours: bigint): bigint {
  if (cap === null || cap === undefined) return 0n
  const beyond = billedBefore + hours - cap
  if (beyond <= 0n || hours <= 0n) return 0n
  return beyond < hours ? beyond : hours
}
