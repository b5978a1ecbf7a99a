import { type TestAPI, test } from 'vitest'

/**
 * A test that needs what is not everywhere: a server for two connections, or an account. Where that is missing the test does not
 * exist, so that a skip always means something; `npm test` runs those with a server in its PostgreSQL group.
 */
export function testOnlyIf(isHere: unknown): TestAPI {
  return isHere ? test : ((() => {}) as unknown as TestAPI)
}
