// Akkord as src/main.ts starts it, on a machine whose clock is ahead: node --import tsx test/akkord-ahead.ts MS. What has to wait for
// an hour is tried by a process that was started an hour later.
const aheadMs = Number(process.argv[2])
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...values: unknown[]) {
    // Without a value it is the present.
    super(...((values.length === 0 ? [RealDate.now() + aheadMs] : values) as [number]))
  }

  static override now(): number {
    return RealDate.now() + aheadMs
  }
} as DateConstructor

await import('../src/main.ts')
