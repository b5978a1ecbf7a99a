import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startPostgresForTests } from '../scripts/postgres-for-tests.ts'

let started: Promise<string | undefined> | undefined

/** A PostgreSQL server: the one that the environment names, else a throw-away one. Undefined where there is none. */
export function serverForTests(): Promise<string | undefined> {
  const { TEST_SERVER_URL, TEST_DATABASE_URL, DATABASE_URL } = process.env
  const named = TEST_SERVER_URL ?? TEST_DATABASE_URL ?? DATABASE_URL
  if (named) return Promise.resolve(named)
  started ??= startPostgresForTests().then((postgres) => postgres?.url)
  return started
}

/** A new database on a server, and how to drop it. */
export async function newDatabaseOn(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `akkord_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
