import { type Format, useFormat } from '../ui/format.ts'

/** Minutes as hours with two decimals, for reading. */
export const hoursText = (format: Format, minutes: number): string => format.decimal((minutes / 60).toFixed(2), 2)

export const useHoursText = (): ((minutes: number) => string) => {
  const format = useFormat()
  return (minutes) => hoursText(format, minutes)
}
