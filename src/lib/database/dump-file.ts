// A dump is gzipped lines of JSON: a header, for each table its name and then its rows, the sequences, and a last line with the
// number of rows and a checksum of everything before it. Every value is the text PostgreSQL writes for it, or null, so that a
// dump of the embedded database loads into a server and the other way round, whatever their versions.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

export type Header = {
  akkord: 'dump'
  format: 1
  madeAt: string
  /** The last migration of the dumped database, by its time in the journal. */
  migration: number
}
export type TableStart = { table: string; columns: string[] }
export type Row = (string | null)[]
export type SequenceState = { sequence: string; value: string; isCalled: boolean }
export type End = { rows: Record<string, number>; sha256: string }
export type Line = Header | TableStart | Row | SequenceState

/** Settings under which every type's text is exact and the same everywhere. */
export const exactText = [
  `set local time zone 'UTC'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local extra_float_digits = 3`,
  `set local bytea_output = 'hex'`,
]

export function startChecksum() {
  return createHash('sha256')
}

/** @throws when the file is not a dump, or is cut off, or was changed. Faults after the header show only when it is read to its end. */
export async function* readDump(file: string): AsyncGenerator<Line | End> {
  const checksum = startChecksum()
  let isFirst = true
  let ended = false
  try {
    for await (const bytes of linesOf(file)) {
      if (ended) throw new Error('there is something after its end')
      const line = JSON.parse(bytes.toString('utf8')) as Line | End
      if (isFirst && !('akkord' in line && line.akkord === 'dump' && line.format === 1))
        throw new Error('it is no dump of Akkord')
      isFirst = false
      if ('sha256' in line) {
        ended = true
        if (checksum.digest('hex') !== line.sha256) throw new Error('its checksum is wrong')
      } else {
        checksum.update(bytes).update('\n')
      }
      yield line
    }
    if (!ended) throw new Error('it is cut off')
  } catch (error) {
    throw new DumpFault(file, error)
  }
}

class DumpFault extends Error {
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `The file ${file} cannot be loaded: ${reason}. Take another copy of it, or make a new dump. Nothing was stored.`,
      { cause },
    )
  }
}

/** Split at \n only: `readline` also splits at U+2028, which may stand in a text. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  const source = createReadStream(file)
  const plain = source.pipe(createGunzip())
  source.on('error', (error) => plain.destroy(error))
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, end)])
        rest = []
        from = end + 1
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    }
  } finally {
    source.destroy()
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
