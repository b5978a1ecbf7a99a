import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('the metrics are those of the process and of the requests, however often they are made in it', async () => {
  createMetrics(undefined)
  const text = await createMetrics(undefined).registry.metrics()
  for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds', 'akkord_http_request_seconds'])
    expect(text.split(`# TYPE ${name} `), name).toHaveLength(2)
})
