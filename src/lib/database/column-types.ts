import pg from 'pg'

const { builtins } = pg.types

/**
 * How values come back from `pool.query`: int8 and numeric as strings (exact), date as 'YYYY-MM-DD', timestamptz as Date.
 * Drizzle's columns do their own mapping on top.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}
