import { Group, Text } from '@mantine/core'
import type { HoursTotals } from '../../src/time-entries/time-entry.ts'
import { useTexts } from '../texts/texts.tsx'
import { useHours } from '../ui/use-hours.ts'

/** Sums of everything that the filters find. */
export function TotalsLine({ totals }: { totals: HoursTotals }) {
  const { hours, report } = useTexts()
  const { write } = useHours()
  const sums = [
    [hours.hours, totals.minutes],
    [hours.billable, totals.billableMinutes],
    [report.waiting, totals.toApproveMinutes],
    [report.billed, totals.billedMinutes],
    [report.unbilled, totals.unbilledMinutes],
  ] as const
  return (
    <Group gap="lg" component="dl" m={0} aria-label={report.totals} className="hours-totals">
      {sums.map(([name, minutes]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="var(--muted)">
            {name}
          </Text>
          <Text component="dd" m={0} fw={600} className="figures">
            {write(minutes)}
          </Text>
        </div>
      ))}
    </Group>
  )
}
