// npm test: every check and every test, group by group, and one line of numbers at the end. npm run check: the checks alone.
// A group that ends badly or without a test has failed. With NO_SKIPS=1 a skip fails the whole.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, programOf, root } from './build.mjs'
import { findChromium } from './chromium.ts'
import { startPostgresForTests } from './postgres-for-tests.ts'
import { type Result, readPlaywright, readVitest, showFault, sumOf } from './test-results.ts'

type Group = { name: string; run(): Promise<Result> }
type Env = Record<string, string | undefined>

const groupLimitMs = 1_500_000
const importRules = 'test/architecture.test.ts'
/** What has no database, or its own: the group of the embedded database has run these, where needed on the server as well. */
const withoutDatabase = [
  'sandbox/**',
  'scripts/**',
  'web/**',
  'src/main.test.ts',
  'src/lib/database/{embedded,kill,directory-lock}.test.ts',
  'src/sync/takeover.test.ts',
  'src/uniconta/killed-while-posting.test.ts',
  'src/{config,texts}.test.ts',
  'src/lib/{bank-numbers,csv,dates,identifiers,ids,metrics,money,web-files}.test.ts',
  'src/accounting/payment-id.test.ts',
  'src/invoices/{built-lines,credit-lines,invoice-totals}.test.ts',
  'src/prices/rate-of.test.ts',
  'test/docs.test.ts',
  'test/simulator/**',
]
const reports = mkdtempSync(join(tmpdir(), 'akkord-reports-'))
const children = new Set<ChildProcess>()

/** Each group says itself on which database it runs. */
const plainEnv: Env = { ...process.env, NO_COLOR: '1', DATABASE_URL: undefined, TEST_DATABASE_URL: undefined }
delete plainEnv.FORCE_COLOR

const checks: Group[] = [
  check('format and lint', 'biome', ['@biomejs/biome', 'biome', 'ci', '--colors=off', '--error-on-warnings', '.']),
  check('types of server and tests', 'tsc', ['typescript', 'tsc', '--pretty', 'false']),
  check('types of the web application', 'tsc', ['typescript', 'tsc', '--pretty', 'false', '-p', 'web/tsconfig.json']),
  { name: 'import rules', run: () => vitest({}, [importRules]) },
  check('dead code', 'knip', ['knip', 'knip', '--no-progress']),
]

process.once('exit', () => rmSync(reports, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of children) child.kill(signal)
    process.exit(130)
  })

const beganAt = Date.now()
const results = await twoAtATime(checks)
if (!process.argv.includes('--checks')) results.push(...(await runTests()))
const { passed, failed, skipped } = sumOf(results)
console.log(`\n${secondsSince(beganAt)} in all`)
const skipsFail = process.env.NO_SKIPS === '1' && skipped > 0
if (skipsFail) console.log('Nothing may be skipped here (NO_SKIPS=1), so this run has failed.')
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 || skipsFail ? 1 : 0)

/** One database group after the other: each of them keeps both cores of a small machine busy. */
async function runTests(): Promise<Result[]> {
  const { DATABASE_URL, TEST_DATABASE_URL } = process.env
  const named = TEST_DATABASE_URL ?? DATABASE_URL
  const started = named ? undefined : startPostgresForTests()
  // Where it does not start, the group that needs it says so.
  const server = (await started?.catch(() => undefined))?.url ?? named
  try {
    return [
      // What the tests start as processes of their own, and what the browser loads.
      await report({ name: 'build', run: async () => built() }),
      await report({ name: 'tests on the embedded database', run: () => onEmbedded(server) }),
      await report({ name: 'tests on PostgreSQL', run: async () => onPostgres((await started)?.url ?? named) }),
      await report({ name: 'journeys in a browser', run: () => journeys(server) }),
    ]
  } finally {
    await (await started?.catch(() => undefined))?.stop()
  }
}

function built(): Result {
  build('server')
  build('web')
  return { passed: 1, failed: 0, skipped: 0, faults: [] }
}

async function onEmbedded(server: string | undefined): Promise<Result> {
  const reached = join(reports, 'simulator.txt')
  const result = await vitest({ TEST_SERVER_URL: server, SIMULATOR_REPORT: reached }, ['--exclude', importRules])
  if (existsSync(reached)) console.log(readFileSync(reached, 'utf8'))
  return result
}

async function onPostgres(server: string | undefined): Promise<Result> {
  if (!server) return missing('PostgreSQL', 'apt-get install -y postgresql')
  const others = [importRules, ...withoutDatabase].flatMap((files) => ['--exclude', files])
  return vitest({ TEST_DATABASE_URL: server }, others)
}

async function journeys(server: string | undefined): Promise<Result> {
  if (!findChromium(process.env)) return missing('Chromium', 'apt-get install -y chromium')
  const file = join(reports, 'journeys.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, TEST_SERVER_URL: server }
  const { code, output } = await runTool(['@playwright/test', 'playwright', 'test', '--reporter=json'], env)
  return judge(file, code, output, readPlaywright)
}

async function vitest(env: Env, args: string[]): Promise<Result> {
  const file = join(mkdtempSync(join(reports, 'vitest-')), 'report.json')
  const tool = ['vitest', 'vitest', 'run', '--reporter=json', `--outputFile=${file}`, ...args]
  const { code, output } = await runTool(tool, env)
  return judge(file, code, output, (report: Parameters<typeof readVitest>[0]) => readVitest(report, root))
}

/** A run that failed without a failed test, or had no test at all, is a fault of its own: it crashed. */
function judge<R>(file: string, code: number | string, output: string, read: (report: R) => Result): Result {
  const result = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8')) as R) : sumOf([])
  const crashed = code !== 0 && result.failed === 0
  if (!crashed && result.passed + result.failed > 0) return result
  const what = crashed ? `It ended with ${code}.` : 'There was no test in it.'
  return { ...result, failed: result.failed + 1, faults: [...result.faults, { test: what, reason: output }] }
}

function missing(what: string, install: string): Result {
  console.log(`${what} is missing. Install it with: ${install}`)
  return { passed: 0, failed: 0, skipped: 1, faults: [] }
}

function check(name: string, program: string, tool: string[]): Group {
  const run = async (): Promise<Result> => {
    const { code, output } = await runTool(tool, {})
    if (code === 0) return { passed: 1, failed: 0, skipped: 0, faults: [] }
    return { passed: 0, failed: 1, skipped: 0, faults: [{ test: `${program} ended with ${code}`, reason: output }] }
  }
  return { name, run }
}

function runTool(
  [from = '', tool = '', ...args]: string[],
  env: Env,
): Promise<{ code: number | string; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programOf(from, tool), ...args], {
      cwd: root,
      env: { ...plainEnv, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: groupLimitMs,
    })
    children.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      children.delete(child)
      resolve({ code: code ?? signal ?? 'no code', output })
    })
  })
}

function crash(error: unknown): Result {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { passed: 0, failed: 1, skipped: 0, faults: [{ test: 'It could not be run.', reason }] }
}

async function twoAtATime(groups: Group[]): Promise<Result[]> {
  const waiting = [...groups]
  const results: Result[] = []
  const work = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) results.push(await report(group))
  }
  await Promise.all([work(), work()])
  return results
}

async function report({ name, run }: Group): Promise<Result> {
  const startedAt = Date.now()
  const result = await run().catch(crash)
  const { passed, failed, skipped, faults } = result
  const verdict = failed > 0 ? 'FAILED ' : passed > 0 ? 'passed ' : 'skipped'
  const counts = [`${passed} ok`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
  console.log(`${verdict}  ${name}: ${counts.filter(Boolean).join(', ')}, ${secondsSince(startedAt)}`)
  for (const fault of faults) console.log(showFault(fault))
  return result
}

function secondsSince(ms: number): string {
  return `${((Date.now() - ms) / 1000).toFixed(1)} s`
}
