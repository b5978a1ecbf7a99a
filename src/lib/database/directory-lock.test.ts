import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { lockDirectory } from './directory-lock.ts'

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function aFolder(...below: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'akkord-test-'))
  folders.push(root)
  const folder = join(root, ...below)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A process that tries to take the lock and keeps it; it prints `held`, or why it was refused. */
function otherProcess(folder: string): { child: ChildProcess; said: Promise<string> } {
  const code = `
    import { lockDirectory } from '${new URL('./directory-lock.ts', import.meta.url).href}'
    const keep = setInterval(() => {}, 1000)
    lockDirectory(${JSON.stringify(folder)}).then(() => console.log('held'), (error) => { console.log(error.message); clearInterval(keep) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, said: new Promise((resolve) => child.stdout?.once('data', (data) => resolve(String(data).trim()))) }
}

const exit = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

test('a second process is refused with a sentence that names the first', async () => {
  const folder = aFolder()
  const lock = await lockDirectory(folder)
  const { said } = otherProcess(folder)
  expect(await said).toMatch(`${folder} is in use by process ${process.pid} on`)
  await lock.release()
})

test('a released lock can be taken again', async () => {
  const folder = aFolder()
  for (let round = 0; round < 5; round += 1) await (await lockDirectory(folder)).release()
  expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
})

test('the lock of a process killed with -9 is taken over', async () => {
  const folder = aFolder()
  const { child, said } = otherProcess(folder)
  expect(await said).toBe('held')
  await expect(lockDirectory(folder)).rejects.toThrow(`process ${child.pid}`)
  child.kill('SIGKILL')
  await exit(child)
  await (await lockDirectory(folder)).release()
})

test('a stopped process keeps its lock', async () => {
  const folder = aFolder()
  const { child, said } = otherProcess(folder)
  expect(await said).toBe('held')
  child.kill('SIGSTOP')
  await expect(lockDirectory(folder)).rejects.toThrow('alive but does not answer')
})

test('of many that want a dead lock at once exactly one gets it', async () => {
  const folder = aFolder()
  for (let round = 0; round < 3; round += 1) {
    const { child, said } = otherProcess(folder)
    expect(await said).toBe('held')
    child.kill('SIGKILL')
    await exit(child)
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => lockDirectory(folder)))
    const held = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(held).toHaveLength(1)
    await held[0]?.release()
  }
})

test('of many processes that start at once exactly one gets the lock', async () => {
  const folder = aFolder()
  const all = Array.from({ length: 6 }, () => otherProcess(folder))
  const said = await Promise.all(all.map((one) => one.said))
  expect(said.filter((text) => text === 'held')).toHaveLength(1)
}, 30_000)

test('a folder too deep for the path of a socket can be locked', async () => {
  const folder = aFolder('x'.repeat(100), 'y'.repeat(100))
  const lock = await lockDirectory(folder)
  await expect(lockDirectory(folder)).rejects.toThrow('in use')
  await lock.release()
})
