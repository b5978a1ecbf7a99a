import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { atEndOfProcess } from './end-of-process.ts'

/** An empty folder that goes away after the test, or with the process if it was made outside of one. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'akkord-test-'))
  const remove = async () => rmSync(folder, { recursive: true, force: true })
  try {
    onTestFinished(remove)
  } catch {
    atEndOfProcess(remove)
  }
  return folder
}

/** A migrations folder as drizzle-kit makes it, one migration for each text. */
export function throwAwayMigrations(...migrations: string[]): string {
  const folder = throwAwayFolder()
  mkdirSync(join(folder, 'meta'))
  const entries = migrations.map((text, idx) => {
    writeFileSync(join(folder, `${idx}.sql`), text)
    return { idx, version: '7', when: Date.UTC(2026, 0, idx + 1), tag: String(idx), breakpoints: true }
  })
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  return folder
}
