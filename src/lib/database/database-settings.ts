/** Where the database is, by the environment: DATABASE_URL for a server, else DATA_DIR (`data` if not set) for the embedded one. */
export function databaseSettings(env: NodeJS.ProcessEnv): { dataDir: string; url: string | undefined } {
  return { dataDir: env.DATA_DIR || 'data', url: env.DATABASE_URL || undefined }
}
