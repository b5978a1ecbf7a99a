import { expect, test } from 'vitest'
import { readPlaywright, readVitest, showFault, sumOf } from './test-results.ts'

const aTest = (status: string, failureMessages: string[] = []) => ({
  fullName: `a ${status} test`,
  status,
  failureMessages,
})

test('passed, failed and skipped tests of Vitest are counted, and what failed is named with its file', () => {
  const assertionResults = [aTest('passed'), aTest('failed', ['expected 1 to be 2']), aTest('pending'), aTest('todo')]
  const report = { testResults: [{ name: '/there/src/a.test.ts', status: 'failed', message: '', assertionResults }] }
  expect(readVitest(report, '/there')).toEqual({
    passed: 1,
    failed: 1,
    skipped: 2,
    faults: [{ test: 'src/a.test.ts: a failed test', reason: 'expected 1 to be 2' }],
  })
})

test('a file that could not be read, or failed around its tests, is a failed test', () => {
  const testResults = [
    { name: '/there/a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: '/there/b.test.ts', status: 'failed', message: 'afterAll failed', assertionResults: [aTest('passed')] },
  ]
  expect(readVitest({ testResults }, '/there')).toMatchObject({ passed: 1, failed: 2, skipped: 0 })
})

test('the journeys are counted through all groups, and one that passed only when repeated has failed', () => {
  const aJourney = (status: string) => ({
    title: status,
    file: 'a.spec.ts',
    tests: [{ status, results: [{ errors: status === 'flaky' ? [{ message: 'too late' }] : [] }] }],
  })
  const suites = [{ specs: [aJourney('expected')], suites: [{ specs: [aJourney('flaky'), aJourney('skipped')] }] }]
  expect(readPlaywright({ suites, errors: [] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
    faults: [{ test: 'a.spec.ts: flaky', reason: 'too late' }],
  })
})

test('a fault outside of the journeys counts as well', () => {
  expect(readPlaywright({ suites: [], errors: [{ message: 'the build failed' }] })).toMatchObject({ failed: 1 })
})

test('a fault is shown without colours and without the frames of libraries, and is cut when it is long', () => {
  const reason = ['\u001b[31mred\u001b[39m', '    at f (/a/node_modules/b.js:1:1)', '    at g (/a/src/c.ts:1:1)'].join(
    '\n',
  )
  expect(showFault({ test: 'a.test.ts: a', reason })).toEqual(
    '    a.test.ts: a\n      red\n          at g (/a/src/c.ts:1:1)',
  )
  const long = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n')
  expect(showFault({ test: 'a', reason: long })).toMatch(/line 39\n {6}… 20 lines more$/)
})

test('groups are added up', () => {
  const one = { passed: 1, failed: 2, skipped: 3, faults: [] }
  expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6, faults: [] })
})
