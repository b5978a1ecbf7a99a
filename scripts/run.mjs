// node scripts/run.mjs COMMAND …: installs and builds what is missing, then runs the command in this very process, so that
// signals and the exit code are its own. Runs before node_modules exists.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './build.mjs'

/** What is built runs compiled; what belongs to developing runs from the sources. */
const commands = {
  start: { builds: ['server', 'web'], runs: 'dist/src/main.js' },
  demo: { builds: ['server', 'web'], runs: 'dist/scripts/demo.js' },
  sandbox: { builds: ['server'], runs: 'dist/sandbox/main.js' },
  dump: { builds: ['server'], runs: 'dist/scripts/dump.js' },
  load: { builds: ['server'], runs: 'dist/scripts/load.js' },
  pictures: { builds: ['server', 'web'], runs: 'dist/scripts/pictures.js' },
  bench: { builds: ['server', 'web'], runs: 'dist/bench/main.js' },
  dev: { builds: [], runs: 'scripts/dev.ts' },
  test: { builds: [], runs: 'scripts/test.ts' },
  check: { builds: [], runs: 'scripts/test.ts', first: ['--checks'] },
  'invoice-pages': { builds: [], runs: 'scripts/invoice-pages.ts' },
  simulate: { builds: [], runs: 'test/simulator/main.ts' },
  'coverage:uc': { builds: [], runs: 'scripts/coverage-uc.ts' },
}

const oldestNode = [20, 19]

try {
  const [name, ...args] = process.argv.slice(2)
  mustBeNewEnough(process.versions.node)
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
  if (!command) throw new Error(`Say what to run: node scripts/run.mjs ${Object.keys(commands).join(' | ')}`)
  if (!isInstalled()) await install()
  for (const part of command.builds) build(part)
  await run(join(root, command.runs), [...(command.first ?? []), ...args])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function mustBeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new Error(`Akkord needs Node ${oldestNode.join('.')} or newer; this is ${version}. See https://nodejs.org.`)
}

/** npm notes in node_modules what it has put there. The folders are looked at too: an install that was broken off removes them. */
function isInstalled() {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' ||
      (installed[path]?.version === version && existsSync(join(root, path))) ||
      (!installed[path] && (optional || devOptional)),
  )
}

async function install() {
  console.error('Installing packages …')
  // Building needs the packages of development as well. Installing is no output of the command.
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
  // Ctrl-C reaches npm too, which takes back what it did. Whoever starts again at once must not meet it at work.
  process.once('SIGINT', () => process.exit(130))
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], options)
  if (status !== 0) throw new Error('The packages could not be installed; npm says above why.')
  // A signal that came meanwhile is heard in the next turn.
  await new Promise(setImmediate)
  process.removeAllListeners('SIGINT')
}

async function run(file, args) {
  process.argv = [process.execPath, file, ...args]
  process.setSourceMapsEnabled(true)
  if (file.endsWith('.ts')) {
    const { register } = await import('tsx/esm/api')
    register()
  }
  await import(pathToFileURL(file).href)
}
