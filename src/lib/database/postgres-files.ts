// The folder of the embedded database: is it complete, and can this release read it?
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fsyncPath } from './durable-files.ts'

/** The PostgreSQL major inside PGlite 0.5.16. */
export const enginePostgresMajor = 18

// Written last, inside the folder so that a copy of the folder is a whole database.
const completeMark = 'akkord-complete'

/**
 * Makes the folder ready to be opened; says whether a new database must be made in it.
 * A folder whose creation was cut short is moved aside, never deleted.
 * @throws when the files were written by another PostgreSQL major.
 */
export function preparePostgresFiles(directory: string): { isNew: boolean } {
  const versionFile = join(directory, 'PG_VERSION')
  if (existsSync(join(directory, completeMark)) && existsSync(versionFile)) {
    refuseOtherMajor(directory, readFileSync(versionFile, 'utf8').trim())
    return { isNew: false }
  }
  if (existsSync(directory)) renameSync(directory, `${directory}-unfinished-${Date.now()}`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return { isNew: true }
}

/** To be called when a new database is whole and on disk. */
export function markComplete(directory: string): void {
  const mark = join(directory, completeMark)
  writeFileSync(mark, `PostgreSQL ${enginePostgresMajor}\n`)
  fsyncPath(mark)
  fsyncPath(directory)
  fsyncPath(dirname(directory))
}

function refuseOtherMajor(directory: string, found: string): void {
  if (found === String(enginePostgresMajor)) return
  throw new Error(
    `The database in ${directory} was written by PostgreSQL ${found}, and this release reads PostgreSQL ${enginePostgresMajor}. ` +
      'Nothing was changed. Go back to the release that wrote it, run "npm run dump -- akkord.dump" there, then install this ' +
      'release, point DATA_DIR to an empty folder and run "npm run load -- akkord.dump".',
  )
}
