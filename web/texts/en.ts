import { shell } from './en/shell.ts'

/** One area a file, so that two people can write at the same time. */
export const en = { shell }
