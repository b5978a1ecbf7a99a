// npm run coverage:uc: lists each row of docs/requirements.md with the tests that carry its number.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'
import { proofsOfNothing, readProofs, readRequirements, showCoverage } from './requirement-coverage.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const requirements = readRequirements(read('docs/requirements.md'))
const proofs = ['src', 'sandbox', 'test', 'scripts']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.(test|spec)\.ts$/.test(path) && path !== 'scripts/requirement-coverage.test.ts')
  .sort()
  .flatMap((path) => readProofs(path, read(path)))

console.log(showCoverage(requirements, proofs))
for (const { row, file, title } of proofsOfNothing(requirements, proofs)) {
  console.error(`${file} proves ${row}, which docs/requirements.md does not have: ${title}`)
  process.exitCode = 1
}
