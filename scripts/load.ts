// npm run load -- file: fills a new database with a dump. See docs on moving and restoring before you start Akkord on it.
import { databaseSettings } from '../src/lib/database/database-settings.ts'
import { loadDatabase } from '../src/lib/database/load.ts'

const file = process.argv[2]
try {
  if (!file) throw new Error('Say which file to load: npm run load -- akkord.dump')
  const settings = databaseSettings(process.env)
  const { tables, rows } = await loadDatabase(file, settings, new Date())
  console.log(
    `Loaded ${rows} rows of ${tables} tables into ${settings.url ? 'the server' : settings.dataDir}, marked as restored.`,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
