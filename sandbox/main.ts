import { parseArgs } from 'node:util'
import { createSandbox } from './sandbox.ts'
import { startSandboxServer } from './server.ts'

const usage = `A Uniconta to run at home.
  --port N        port on 127.0.0.1 (8090)
  --data-dir DIR  keep the books there; without it they are forgotten at the end
  --empty         begin without customers and projects`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    'data-dir': { type: 'string' },
    empty: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(usage)
} else {
  const sandbox = createSandbox({ dataDir: values['data-dir'] ?? null, empty: values.empty })
  const server = await startSandboxServer(sandbox, { port: Number(values.port) })
  console.log(`Sandbox Uniconta is ready on ${server.url}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await server.close()
      sandbox.close()
      process.exit(0)
    })
  }
}
