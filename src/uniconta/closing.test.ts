import { afterEach, beforeEach, expect, test } from 'vitest'
import { tester } from '../../test/connector.ts'
import { type PostingTest, startPosting } from '../../test/posting.ts'
import { ProjectInput, type ProjectState } from '../projects/project.ts'
import { changeProject, createProject } from '../projects/save-project.ts'

let t: PostingTest
beforeEach(async () => {
  t = await startPosting()
})
afterEach(async () => {
  await t.close()
  expect(t.errors).toEqual([])
})

const input = (state: ProjectState, name = 'Ny havnefront') =>
  ProjectInput.parse({ name, customerId: t.customerId, tagIds: [t.category.id], state })
const finish = (number: string, version = 1) =>
  changeProject(t.db, {
    actor: tester,
    id: t.projectId,
    change: { ...input('finished'), number, version },
    now: t.now(),
  })
const phase = (number: string) => t.projects().find((row) => row.Number === number)?.Phase

test('UC-27: a project that is finished is closed there when its documents are posted, and not before', async () => {
  t.sandbox.setDown(true)
  const first = await t.finalize()
  const second = await t.finalize()
  const other = await createProject(t.db, tester, input('in-progress', 'Andet'), t.now())
  await t.finalize({ projectId: other })
  await finish('1001')
  await t.run()
  t.sandbox.setDown(false)
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  await t.settle(5)
  expect(await t.badgeOf(first)).toMatchObject({ state: 'uncertain' })
  expect(await t.badge('project', t.projectId)).toMatchObject({
    state: 'held',
    holder: { kind: 'invoice', subject: first },
  })
  expect(phase('1001')).toEqual('In progress')
  await t.settle(60)
  expect(await t.badgeOf(second)).toMatchObject({ state: 'transferred' })
  expect(t.booked()).toHaveLength(3)
  expect(await t.badge('project', t.projectId)).toMatchObject({ state: 'transferred' })
  expect(phase('1001')).toEqual('Completed')
})

test('UC-27: a finished project that was never sent is made open for its documents and closed after them', async () => {
  const id = await createProject(t.db, tester, input('finished', 'Kort opgave'), t.now())
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  await t.finalize({ projectId: id })
  await t.settle(3)
  expect(await t.badge('project', id)).toMatchObject({ text: expect.stringContaining('still open') })
  expect(phase('1002')).not.toEqual('Completed')
  await t.settle(60)
  expect(t.booked()).toHaveLength(1)
  expect(phase('1002')).toEqual('Completed')
})

test('UC-27: a project that is closed there is opened for a late document and closed again behind it', async () => {
  const id = await t.finalize()
  await t.settle()
  await finish('1001')
  await t.run()
  expect(phase('1001')).toEqual('Completed')
  const phases: unknown[] = []
  t.sandbox.order({ kind: 'drop-before', match: { path: '/Invoice/GenerateDebtorInvoice' } })
  const note = await t.finalize({ kind: 'credit-note', net: -100_000n, creditedInvoiceId: id, dueOn: '2026-11-01' })
  await t.settle(3)
  phases.push(phase('1001'))
  await finish('1001', 2)
  await t.settle(60)
  expect(await t.badgeOf(note)).toMatchObject({ state: 'transferred' })
  expect([...phases, phase('1001')]).toEqual(['In progress', 'Completed'])
  expect(t.booked()).toHaveLength(2)
})

test('UC-27: a finished project without a document on its way is closed at once', async () => {
  await t.finalize()
  await t.settle()
  await finish('1001')
  await t.run()
  expect(phase('1001')).toEqual('Completed')
})
