// Loaded when it is first shown: the library of charts is larger than the page.
import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import type { EconomyOfCurrency } from './economy.ts'

/** For the length of a bar only: figures are read in the table beneath. */
const lengthOf = (amount: string) => Number(amount)

export default function EconomyChart({ rows }: { rows: readonly EconomyOfCurrency[] }) {
  const { billing } = useTexts()
  const texts = billing.economy
  const format = useFormat()
  return rows.map((row) => {
    const most = Math.max(
      [row.billed, row.drafted, row.unbilled].reduce((all, one) => all + Math.max(lengthOf(one), 0), 0),
      lengthOf(row.budget ?? '0'),
    )
    return (
      <div key={row.currency} role="img" aria-label={`${texts.chart} ${row.currency}`}>
        <BarChart
          h={134}
          data={[
            {
              name: row.currency,
              billed: lengthOf(row.billed),
              drafted: lengthOf(row.drafted),
              unbilled: lengthOf(row.unbilled),
            },
          ]}
          dataKey="name"
          type="stacked"
          orientation="vertical"
          gridAxis="x"
          withLegend
          legendProps={{ verticalAlign: 'bottom', height: 52 }}
          barProps={{ isAnimationActive: false, barSize: 26 }}
          xAxisProps={{ domain: [0, most], tickCount: 4 }}
          valueFormatter={(value) => format.decimal(value.toFixed(0))}
          // Told apart without seeing colours: from dark to light, and the budget is a line.
          series={[
            { name: 'billed', label: texts.billed, color: 'fjord.8' },
            { name: 'drafted', label: texts.drafted, color: 'fjord.5' },
            { name: 'unbilled', label: texts.unbilled, color: 'fjord.2' },
          ]}
          {...(row.budget === null
            ? {}
            : {
                referenceLines: [
                  {
                    x: lengthOf(row.budget),
                    label: texts.budget,
                    color: 'orange.7',
                    labelPosition: 'insideTopRight' as const,
                  },
                ],
              })}
        />
      </div>
    )
  })
}
