// What people read in a PDF, by Debian's poppler-utils. Where they are not installed, the tests that need them do not exist.
import { spawnSync } from 'node:child_process'

export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

/** The text as a reader copies it, or by its place on the page with `layout`. Pages end with a form feed. */
export function textOf(pdf: Uint8Array, layout = false): string {
  return run('pdftotext', [...(layout ? ['-layout'] : []), '-', '-'], pdf).normalize('NFKC')
}

/** Title, Author, Tagged, Pages … */
export function factsOf(pdf: Uint8Array): Record<string, string> {
  const lines = run('pdfinfo', ['-'], pdf).split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
      return name ? [[name, value ?? '']] : []
    }),
  )
}

function run(program: string, args: string[], input: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, maxBuffer: 64 * 1_048_576 })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout.toString('utf8')
}
