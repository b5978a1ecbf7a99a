// npm run dump -- [file]: writes everything in the database to one file, that `npm run load` can read.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openUnmigrated } from '../src/lib/database/database.ts'
import { databaseSettings } from '../src/lib/database/database-settings.ts'
import { dumpDatabase } from '../src/lib/database/dump.ts'

const now = new Date()
const file = process.argv[2] ?? `akkord-${now.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.dump`
try {
  const settings = databaseSettings(process.env)
  if (!settings.url && !existsSync(join(settings.dataDir, 'postgres'))) {
    throw new Error(
      `There is no database in ${settings.dataDir}. Set DATA_DIR to the folder of your data, or DATABASE_URL.`,
    )
  }
  const database = await openUnmigrated(settings)
  const { tables, rows } = await dumpDatabase(database.pool, file, now).finally(() => database.close())
  console.log(`${file}: ${rows} rows of ${tables} tables. The secret key and the settings are not in it.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
