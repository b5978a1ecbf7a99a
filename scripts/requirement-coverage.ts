// Which requirement is proven by which test: docs/requirements.md beside the titles of the tests.

export type Requirement = { row: string; text: string; part: string }
export type Proof = { row: string; title: string; file: string }

/** Reads the table of docs/requirements.md. */
export function readRequirements(markdown: string): Requirement[] {
  return [...markdown.matchAll(/^\| (U[CP]-\d{2}) \| (.+) \| (\w+) \|$/gm)].map(
    ([, row = '', text = '', part = '']) => ({
      row,
      text,
      part,
    }),
  )
}

/** A title begins with the numbers of what the test proves: 'UC-13 UC-15: a customer whose tag has no code …'. */
export function readProofs(file: string, code: string): Proof[] {
  return [...code.matchAll(/(['"`])((?:U[CP]-\d+[ ,]*)+): ((?:(?!\1)[^\\]|\\.)*)\1/g)].flatMap(
    ([, , numbers = '', title = '']) =>
      [...numbers.matchAll(/U[CP]-\d+/g)].map(([row]) => ({ row, title: title.replaceAll(/\\(.)/g, '$1'), file })),
  )
}

/** A number that is no requirement is a slip of the pen, and would else go unseen. */
export function proofsOfNothing(requirements: Requirement[], proofs: Proof[]): Proof[] {
  const rows = new Set(requirements.map(({ row }) => row))
  return proofs.filter(({ row }) => !rows.has(row))
}

export function showCoverage(requirements: Requirement[], proofs: Proof[]): string {
  const lines = requirements.flatMap(({ row, text, part }) => {
    const found = proofs.filter((proof) => proof.row === row)
    const tests = found.map(({ title, file }) => `         ${title}  (${file})`)
    return [`${row}  ${found.length === 0 ? 'OPEN  ' : ''}${text} [${part}]`, ...tests]
  })
  const open = requirements.filter(({ row }) => !proofs.some((proof) => proof.row === row))
  const parts = [...new Set(requirements.map(({ part }) => part))].map((part) => {
    const all = requirements.filter((requirement) => requirement.part === part)
    const done = all.filter((requirement) => !open.includes(requirement))
    return `${part}: ${done.length} of ${all.length} rows have a test`
  })
  const total = `all: ${requirements.length - open.length} of ${requirements.length} rows have a test`
  return [...lines, '', ...parts, total].join('\n')
}
