import { defineConfig } from 'vitest/config'

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
    globals: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
