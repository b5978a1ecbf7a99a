// An unexpected line on the console fails the test that wrote it: nobody reads a line that is always there.
import { afterEach, beforeEach, expect, vi } from 'vitest'

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
let lines: string[] = []

beforeEach(() => {
  lines = []
  for (const level of levels)
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      lines.push(`console.${level}: ${parts.map(String).join(' ')}`)
    })
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(lines, 'The test wrote to the console.').toEqual([])
})
