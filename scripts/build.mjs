// Builds what changed since the last build: the server to dist/ (src, sandbox, scripts, bench) and the web application to dist/web.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const settings = ['package.json', 'package-lock.json', 'tsconfig.json']

const parts = {
  server: {
    sources: ['src', 'sandbox', 'scripts', 'bench', 'tsconfig.build.json', ...settings],
    result: 'dist/src/main.js',
    build: () => runTool('typescript', 'tsc', ['-p', 'tsconfig.build.json']),
  },
  web: {
    sources: ['web', 'src', 'vite.config.ts', ...settings],
    result: 'dist/web/index.html',
    build: () => runTool('vite', 'vite', ['build', '--logLevel', 'warn']),
  },
}

/** @throws when the build fails; what is wrong stands on the console already. */
export function build(part) {
  const { sources, build } = parts[part]
  const fingerprint = fingerprintOf(sources)
  if (isBuilt(part, fingerprint)) return
  console.error(`Building the ${part} …`)
  if (build() !== 0) throw new Error(`The ${part} could not be built; what is wrong stands above.`)
  mkdirSync(dirname(stampOf(part)), { recursive: true })
  writeFileSync(stampOf(part), fingerprint)
}

/** Whether what lies in dist/ was built from the sources as they are. */
export function isBuilt(part, fingerprint = fingerprintOf(parts[part].sources)) {
  const stamp = stampOf(part)
  return existsSync(join(root, parts[part].result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint
}

function stampOf(part) {
  return join(root, 'dist', `${part}.built`)
}

/** Of the contents: a fresh clone and a switched branch leave times that say nothing. */
export function fingerprintOf(sources) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesUnder)) {
    if (!path.endsWith('.test.ts'))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [path]
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function runTool(name, tool, args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } }
  return spawnSync(process.execPath, [programOf(name, tool), ...args], options).status
}

/** The script of a tool, to be run with node: the same on every system, and without a shell between. */
export function programOf(name, tool) {
  const file = join(root, 'node_modules', name, 'package.json')
  const { bin } = JSON.parse(readFileSync(file, 'utf8'))
  return join(dirname(file), typeof bin === 'string' ? bin : bin[tool])
}
