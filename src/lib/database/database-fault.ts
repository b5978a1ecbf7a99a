import { DatabaseError } from 'pg'

/** What the database said about a statement it refused: SQLSTATE code, and the constraint if one was broken. */
export type DatabaseFault = { code: string; constraint: string | undefined; message: string }

/** Looks through the chain of causes: Drizzle wraps what the driver throws. Undefined when the database did not say it. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  for (let fault = error, depth = 0; fault instanceof Error && depth < 10; fault = fault.cause, depth += 1) {
    if (fault instanceof DatabaseError && fault.code) {
      return { code: fault.code, constraint: fault.constraint, message: fault.message }
    }
  }
  return undefined
}

/** 23505: another row has the value already. With `constraint`, only that unique constraint or index counts. */
export function isUniqueFault(error: unknown, constraint?: string): boolean {
  const fault = databaseFault(error)
  return fault?.code === '23505' && (constraint === undefined || fault.constraint === constraint)
}

/** 40001 serialization failure, 40P01 deadlock: the same transaction may succeed when it is run again. */
export function mayRunAgain(error: unknown): boolean {
  const code = databaseFault(error)?.code
  return code === '40001' || code === '40P01'
}
