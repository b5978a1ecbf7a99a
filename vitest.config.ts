import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts Akkord again and again, or plays a hundred histories. */
const longest = /\/(scripts\/demo|src\/main|test\/simulator\/simulator|src\/uniconta\/killed-while-posting)\.test\.ts$/

/** In a fresh clone only the sizes of the files are known, and these are small: begun last, one of them runs alone for a minute. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'sandbox/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
      'web/**/*.test.ts',
    ],
    exclude: ['test/journeys/**', '**/node_modules/**', 'dist/**'],
    setupFiles: ['test/quiet.ts'],
    // One database per process, shared by its files: starting one takes seconds.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    globals: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
