// The books on disk: an append-only file of JSON lines `[table, key, value]`, null for a deleted one. On opening it is read,
// a torn last line is forgotten, and what is alive is written anew (temporary file, fsync, rename). Every write reaches the
// operating system before its answer leaves, so a killed process has lost nothing it admitted.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type JournalEntry = readonly [table: string, key: string, value: unknown]

export type Journal = {
  readonly entries: readonly JournalEntry[]
  append(entries: readonly JournalEntry[]): void
  /** Forgets everything and begins with these entries. */
  replace(entries: readonly JournalEntry[]): void
  close(): void
}

export const memoryJournal: Journal = { entries: [], append() {}, replace() {}, close() {} }

export function openJournal(dataDir: string): Journal {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'books.jsonl')
  const entries = readAlive(path)
  let file: number | undefined = writeAnew(path, entries)
  return {
    entries,
    append(added) {
      if (file !== undefined) writeFileSync(file, toLines(added)) // a late write after the end goes nowhere
    },
    replace(all) {
      if (file !== undefined) closeSync(file)
      file = writeAnew(path, all)
    },
    close() {
      if (file === undefined) return
      fsyncSync(file)
      closeSync(file)
      file = undefined
    },
  }
}

function readAlive(path: string): JournalEntry[] {
  if (!existsSync(path)) return []
  const alive = new Map<string, JournalEntry>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = parseLine(line)
    if (entry === undefined) continue
    const id = `${entry[0]}\u0000${entry[1]}`
    if (entry[2] === null) alive.delete(id)
    else alive.set(id, entry)
  }
  return [...alive.values()]
}

function parseLine(line: string): JournalEntry | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as JournalEntry)
  } catch {
    return undefined // torn by a kill in the middle of the last write; it was never answered
  }
}

function writeAnew(path: string, entries: readonly JournalEntry[]): number {
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w')
  writeFileSync(file, toLines(entries))
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
  return openSync(path, 'a')
}

function toLines(entries: readonly JournalEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}
