// The runner in a toy package: npm and the tools are small scripts that write down that they were called.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../test/throw-away.ts'

const lockFile = (version: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/typescript': { version },
      'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
    },
  })

const npm = `#!/usr/bin/env node
const fs = require('node:fs')
fs.appendFileSync('calls', 'npm ' + process.argv.slice(2).join(' ') + '\\n')
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
delete lock.packages['node_modules/only-on-a-mac']
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock))`

const compiler = `
const fs = require('node:fs')
fs.appendFileSync('calls', 'build\\n')
if (fs.readFileSync('src/main.ts', 'utf8').includes('wrong')) process.exit(2)
for (const place of ['src', 'sandbox']) {
  fs.mkdirSync('dist/' + place, { recursive: true })
  fs.copyFileSync('src/main.ts', 'dist/' + place + '/main.js')
}`

test('the first run installs and builds, the next ones do neither', async () => {
  const toy = aPackage("console.log('runs with', process.argv.slice(2).join(' '))")
  expect(await toy.run('sandbox', '--port', '1')).toEqual({ code: 0, out: 'runs with --port 1\n' })
  expect(toy.calls()).toEqual(['npm ci --include=dev --no-audit --no-fund', 'build'])

  await toy.run('sandbox')
  expect(toy.calls()).toHaveLength(2)
})

test('another version in the lock file is installed', async () => {
  const toy = aPackage('')
  await toy.run('sandbox')
  toy.write('package-lock.json', lockFile('2.0.0'))
  await toy.run('sandbox')
  expect(toy.calls().filter((call) => call.startsWith('npm'))).toHaveLength(2)
})

test('an install that was broken off is done again, though npm had noted it as done', async () => {
  const toy = aPackage('')
  await toy.run('sandbox')
  rmSync(toy.file('node_modules/typescript'), { recursive: true })
  await toy.run('sandbox')
  expect(toy.calls().filter((call) => call.startsWith('npm'))).toHaveLength(2)
})

test('changed sources are built again, and changed tests are not', async () => {
  const toy = aPackage('')
  await toy.run('sandbox')
  toy.write('src/main.test.ts', 'new')
  await toy.run('sandbox')
  expect(toy.calls().filter((call) => call === 'build')).toHaveLength(1)

  toy.write('src/main.ts', "console.log('changed')")
  expect((await toy.run('sandbox')).out).toEqual('changed\n')
})

test('what cannot be built is not run, and is tried again the next time', async () => {
  const toy = aPackage("console.log('wrong')")
  expect(await toy.run('sandbox')).toEqual({ code: 1, out: '' })
  expect(await toy.run('sandbox')).toEqual({ code: 1, out: '' })
  expect(toy.calls().filter((call) => call === 'build')).toHaveLength(2)
})

test('the exit code of the command is that of the run', async () => {
  expect(await aPackage('process.exit(7)').run('sandbox')).toMatchObject({ code: 7 })
})

test('SIGTERM reaches the command, which ends in its own time', async () => {
  const toy = aPackage(
    "process.on('SIGTERM', () => { console.log('finished'); process.exit(0) }); console.log('ready'); setInterval(() => {}, 1000)",
  )
  const child = toy.start(['sandbox'])
  const said = textOf(child, 'stdout')
  await expect.poll(said, { timeout: 15_000 }).toContain('ready')
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect({ code, out: said() }).toEqual({ code: 0, out: 'ready\nfinished\n' })
})

test('a command that does not exist is answered with those that do', async () => {
  const { code, err } = await aPackage('').runWithErrors(['strat'])
  expect(code).toEqual(1)
  expect(err).toMatch(/^Say what to run: .*start \| demo/)
})

test('a Node that is too old is refused before anything is installed', async () => {
  const toy = aPackage('')
  toy.write('old.mjs', "Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } })")
  const { code, err } = await toy.runWithErrors(['sandbox'], { NODE_OPTIONS: `--import ${toy.file('old.mjs')}` })
  expect({ code, err }).toEqual({
    code: 1,
    err: 'Akkord needs Node 20.19 or newer; this is 20.18.3. See https://nodejs.org.\n',
  })
})

function aPackage(main: string) {
  const folder = throwAwayFolder()
  const file = (path: string) => join(folder, path)
  const write = (path: string, text: string) => {
    mkdirSync(dirname(file(path)), { recursive: true })
    writeFileSync(file(path), text)
  }
  for (const script of ['run.mjs', 'build.mjs']) {
    mkdirSync(file('scripts'), { recursive: true })
    copyFileSync(new URL(script, import.meta.url), file(`scripts/${script}`))
  }
  write('package.json', '{ "type": "module" }')
  write('package-lock.json', lockFile('1.0.0'))
  write('src/main.ts', main)
  write('node_modules/typescript/package.json', '{ "bin": { "tsc": "tsc.cjs" } }')
  write('node_modules/typescript/tsc.cjs', compiler)
  write('bin/npm', npm)
  write('bin/package.json', '{ "type": "commonjs" }')
  chmodSync(file('bin/npm'), 0o755)
  const env = {
    ...process.env,
    PATH: [file('bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
  }

  const start = (args: string[], settings: Record<string, string> = {}) =>
    spawn(process.execPath, [file('scripts/run.mjs'), ...args], { env: { ...env, ...settings } })
  const runWithErrors = async (args: string[], settings?: Record<string, string>) => {
    const child = start(args, settings)
    const [out, err] = [textOf(child, 'stdout'), textOf(child, 'stderr')]
    const [code] = await once(child, 'close')
    return { code: code as number, out: out(), err: err() }
  }
  const run = async (...args: string[]) => {
    const { code, out } = await runWithErrors(args)
    return { code, out }
  }
  const calls = () => readFileSync(file('calls'), 'utf8').trim().split('\n')
  return { file, write, start, run, runWithErrors, calls }
}

function textOf(child: ChildProcess, from: 'stdout' | 'stderr'): () => string {
  let text = ''
  child[from]?.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  return () => text
}
