import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSandbox } from './sandbox.ts'
import { signIn } from './test-client.ts'

const company = 12345

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

test('a sandbox that was stopped has its books again', () => {
  const dataDir = aDirectory()
  const first = createSandbox({ dataDir })
  first.put(company, 'DebtorClient', { Account: 'A1', Name: 'Første' })
  first.put(company, 'DebtorClient', { Account: 'A1', Name: 'Rettet' })
  first.remove(company, 'DebtorClient', '1003')
  const before = first.rows(company, 'DebtorClient')
  first.close()

  const second = createSandbox({ dataDir })
  expect(second.rows(company, 'DebtorClient')).toEqual(before)
  second.close()
})

test('a row id is never given out twice, also after a restart', () => {
  const dataDir = aDirectory()
  const first = createSandbox({ dataDir })
  const { RowId } = first.put(company, 'DebtorClient', { Account: 'A1' })
  first.remove(company, 'DebtorClient', 'A1')
  first.close()
  createSandbox({ dataDir }).close()

  const third = createSandbox({ dataDir })
  expect(third.put(company, 'DebtorClient', { Account: 'A2' }).RowId).toEqual(RowId + 1)
  third.close()
})

test('a line torn by a kill is forgotten, and the file is written anew on opening', () => {
  const dataDir = aDirectory()
  const path = join(dataDir, 'books.jsonl')
  const first = createSandbox({ dataDir })
  for (let turn = 0; turn < 50; turn += 1) first.put(company, 'DebtorClient', { Account: '1001', Name: `Navn ${turn}` })
  first.close()
  appendFileSync(path, '["12345/DebtorClient","99",{"Acc')
  const linesBefore = readFileSync(path, 'utf8').split('\n').length

  const second = createSandbox({ dataDir })
  expect(second.rows(company, 'DebtorClient')).toContainEqual(expect.objectContaining({ Name: 'Navn 49' }))
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(linesBefore - 45)
  second.close()
})

test('reset brings back the first day', () => {
  const dataDir = aDirectory()
  const sandbox = createSandbox({ dataDir })
  sandbox.put(company, 'DebtorClient', { Account: 'A1' })
  sandbox.reset()
  expect(sandbox.rows(company, 'DebtorClient')).toHaveLength(3)
  sandbox.close()
  const again = createSandbox({ dataDir })
  expect(again.rows(company, 'DebtorClient')).toHaveLength(3)
  again.close()
})

test('twenty thousand customers are inserted and found in little time', async () => {
  const sandbox = createSandbox({ dataDir: aDirectory() })
  const client = await signIn('http://sandbox.test', { fetchIt: (request) => sandbox.handle(request) })
  for (let start = 0; start < 20_000; start += 1000) {
    const rows = Array.from({ length: 1000 }, (_, at) => ({ Account: `K${start + at}`, Name: `Kunde ${start + at}` }))
    expect((await client.send('POST', '/Crud/InsertList/DebtorClient', rows)).status).toEqual(200)
  }
  const began = performance.now()
  for (let turn = 0; turn < 200; turn += 1) {
    const filter = [{ PropertyName: 'Account', FilterValue: `K${turn * 90}`, Take: 2 }]
    expect((await client.send('POST', '/Query/Get/DebtorClient', filter)).body).toHaveLength(1)
    await client.send('POST', '/Crud/Insert/DebtorClient', { Account: `X${turn}`, Name: 'Ny' })
  }
  // Some 2 ms a pair here; a scan or a rewritten file for each would take minutes.
  expect(performance.now() - began).toBeLessThan(10_000)
  sandbox.close()
})

test('the program says where it is, keeps its books when it is killed and stops on SIGTERM', async () => {
  const dataDir = aDirectory()
  const first = await start(dataDir)
  const { send } = await signIn(first.url)
  expect((await send('POST', '/Query/Get/DebtorClient', [{}])).body).toEqual([])
  await send('POST', '/Crud/Insert/DebtorClient', { Account: 'A1', Name: 'Overlever' })
  first.program.kill('SIGKILL')
  await once(first.program, 'exit')

  const second = await start(dataDir)
  const again = await signIn(second.url)
  expect((await again.send('POST', '/Query/Get/DebtorClient', [{}])).body).toMatchObject([{ Account: 'A1' }])
  second.program.kill('SIGTERM')
  expect(await once(second.program, 'exit')).toEqual([0, null])
}, 30_000)

async function start(dataDir: string) {
  const main = new URL('main.ts', import.meta.url).pathname
  const args = ['--import', 'tsx', main, '--port', '0', '--data-dir', dataDir, '--empty']
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void program.kill('SIGKILL'))
  const [line] = (await once(program.stdout, 'data')) as [Buffer]
  return { program, url: /http:\S+/.exec(line.toString())?.[0] ?? '' }
}
