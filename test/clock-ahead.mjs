// For a process whose clock is ahead: node --import …/clock-ahead.mjs?ms=3600000 PROGRAM. What has to wait for an hour is tried by a
// process that was started an hour later.
const aheadMs = Number(new URL(import.meta.url).searchParams.get('ms'))
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...values) {
    // Without a value it is the present.
    super(...(values.length === 0 ? [RealDate.now() + aheadMs] : values))
  }

  static now() {
    return RealDate.now() + aheadMs
  }
}
