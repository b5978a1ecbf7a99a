// What a group of tests came to, read from the reports that Vitest and Playwright write.

export type Result = { passed: number; failed: number; skipped: number; faults: Fault[] }
export type Fault = { test: string; reason: string }

type VitestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[]
  }[]
}

/** A file that could not be read counts as one failed test. */
export function readVitest(report: VitestReport, root: string): Result {
  const result: Result = { passed: 0, failed: 0, skipped: 0, faults: [] }
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = name.replace(`${root}/`, '')
    for (const { fullName, status, failureMessages } of assertionResults) {
      if (status === 'passed') result.passed += 1
      else if (status !== 'failed') result.skipped += 1
      else addFault(result, `${file}: ${fullName}`, failureMessages?.join('\n') ?? '')
    }
    const hasFailedTest = assertionResults.some((test) => test.status === 'failed')
    if (status === 'failed' && !hasFailedTest) addFault(result, file, message)
  }
  return result
}

type PlaywrightSuite = {
  specs?: {
    title: string
    file: string
    tests: { status: string; results: { errors: { message?: string }[] }[] }[]
  }[]
  suites?: PlaywrightSuite[]
}
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] }

/** A test that passed only when it was repeated has failed. */
export function readPlaywright(report: PlaywrightReport): Result {
  const result: Result = { passed: 0, failed: 0, skipped: 0, faults: [] }
  for (const { title, file, tests } of report.suites.flatMap(specsOf))
    for (const { status, results } of tests) {
      if (status === 'expected') result.passed += 1
      else if (status === 'skipped') result.skipped += 1
      else addFault(result, `${file}: ${title}`, textOf(results.flatMap(({ errors }) => errors)))
    }
  if (report.errors.length > 0) addFault(result, 'the journeys', textOf(report.errors))
  return result
}

function specsOf({ specs = [], suites = [] }: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> {
  return [...specs, ...suites.flatMap(specsOf)]
}

function addFault(result: Result, test: string, reason: string): void {
  result.failed += 1
  result.faults.push({ test, reason })
}

const textOf = (errors: { message?: string }[]) => errors.map(({ message }) => message ?? '').join('\n')

export function sumOf(results: Result[]): Result {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
    faults: results.flatMap(({ faults }) => faults),
  }
}

const linesShown = 40

/** The fault as it is printed: without colours, without the frames of libraries, and not longer than a screen. */
export function showFault({ test, reason }: Fault): string {
  const lines = withoutColours(reason)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at .*(node_modules|node:)/.test(line))
  const shown = lines.slice(0, linesShown).map((line) => `      ${line}`)
  if (lines.length > linesShown) shown.push(`      … ${lines.length - linesShown} lines more`)
  return [`    ${test}`, ...shown].join('\n')
}

function withoutColours(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
}
