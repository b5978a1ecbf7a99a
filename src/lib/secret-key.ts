import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret key of an embedded instance, made at its first start. It lies beside the database and belongs into its backup:
 * without it the stored passwords of integrations cannot be read.
 */
export function keepSecretKey(dataDir: string): string {
  const file = join(dataDir, 'secret.key')
  if (existsSync(file)) return readKey(file)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  // wx: of two that start at once only one makes it, the other reads it.
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readKey(file)
}

function readKey(file: string): string {
  const key = readFileSync(file, 'utf8').trim()
  if (key.length < 32)
    throw new Error(`${file} holds no key. Restore it from the backup; without it stored passwords cannot be read.`)
  chmodSync(file, 0o600)
  return key
}
