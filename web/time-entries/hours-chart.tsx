// Bars of worked hours, billable ones below. Loaded when it is shown; the table stands beneath wherever it is used.
import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { useHours } from '../ui/use-hours.ts'

export type Bar = { label: string; minutes: number; billableMinutes: number }

export default function HoursChart({ bars, what }: { bars: readonly Bar[]; what: string }) {
  const { hours, report } = useTexts()
  const { write } = useHours()
  const format = useFormat()
  // In hours: the axis chooses round steps of what it is given.
  const data = bars.map(({ label, minutes, billableMinutes }) => ({
    label,
    // More may be billable than was worked: the bar then ends with it.
    [hours.billable]: billableMinutes / 60,
    [report.notBillableHours]: Math.max(0, minutes - billableMinutes) / 60,
  }))
  return (
    <div role="img" aria-label={report.chart(what)}>
      <BarChart
        h={240}
        data={data}
        dataKey="label"
        type="stacked"
        series={[
          { name: hours.billable, color: 'fjord.6' },
          { name: report.notBillableHours, color: 'orange.4' },
        ]}
        valueFormatter={(value) => write(Math.round(value * 60))}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 32 }}
        tickLine="none"
        maxBarWidth={40}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 64, allowDecimals: false, tickFormatter: format.count }}
      />
    </div>
  )
}
