import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCellSaver } from './cell-saver.ts'

type Change = { minutes: number; note?: string }
type Call = {
  key: string
  change: Change
  answer: (saved: Change) => Promise<void>
  fail: (error: Error) => Promise<void>
}

const offline = new Error('not reached')
const refused = new Error('Monday is locked.')

/** A server that answers when the test says so. */
function start() {
  const calls: Call[] = []
  const saved: [string, Change][] = []
  const saver = createCellSaver<Change, Change>({
    send: (key, change) =>
      new Promise((resolve, reject) => {
        const then = async (act: () => void) => {
          act()
          await vi.advanceTimersByTimeAsync(0)
        }
        calls.push({
          key,
          change,
          answer: (value) => then(() => resolve(value)),
          fail: (error) => then(() => reject(error)),
        })
      }),
    onSaved: (key, value) => saved.push([key, value]),
    mayPass: (error) => error === offline,
  })
  const call = (index: number) => calls[index] as Call
  const stateOf = (key: string) => saver.cells().get(key)?.status.state
  return { saver, calls, call, saved, stateOf }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a cell that saves itself', () => {
  test('says that it saves, that it is saved, and then is like any other', async () => {
    const { saver, call, saved, stateOf } = start()
    saver.save('monday', { minutes: 450 })
    expect(stateOf('monday')).toEqual('saving')
    await call(0).answer({ minutes: 450 })
    expect(stateOf('monday')).toEqual('saved')
    expect(saved).toEqual([['monday', { minutes: 450 }]])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(stateOf('monday')).toEqual(undefined)
  })

  test('what is typed while it saves is sent afterwards, never at the same time', async () => {
    const { saver, calls, call, stateOf } = start()
    saver.save('monday', { minutes: 60 })
    saver.save('monday', { minutes: 120 })
    saver.save('monday', { minutes: 180 })
    expect(calls.length).toEqual(1)
    await call(0).answer({ minutes: 60 })
    expect(calls.map(({ change }) => change)).toEqual([{ minutes: 60 }, { minutes: 180 }])
    expect(stateOf('monday')).toEqual('saving')
    await call(1).answer({ minutes: 180 })
    expect(stateOf('monday')).toEqual('saved')
  })

  test('hours and note that are typed one after the other are both kept', async () => {
    const { saver, calls, call } = start()
    saver.save('monday', { minutes: 60 })
    saver.save('monday', { minutes: 60, note: 'Sketches' })
    saver.save('monday', { minutes: 90 })
    await call(0).answer({ minutes: 60 })
    expect(calls[1]?.change).toEqual({ minutes: 90, note: 'Sketches' })
  })

  test('cells do not wait for each other', () => {
    const { saver, calls } = start()
    saver.save('monday', { minutes: 60 })
    saver.save('tuesday', { minutes: 60 })
    expect(calls.map(({ key }) => key)).toEqual(['monday', 'tuesday'])
  })

  test('a refusal stays with what was typed, until it is tried again or taken back', async () => {
    const { saver, calls, call, stateOf } = start()
    saver.save('monday', { minutes: 60 })
    await call(0).fail(refused)
    expect(saver.cells().get('monday')).toEqual({
      change: { minutes: 60 },
      status: { state: 'failed', error: refused },
    })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(calls.length).toEqual(1)
    saver.retry('monday')
    expect(stateOf('monday')).toEqual('saving')
    await call(1).fail(refused)
    saver.takeBack('monday')
    expect(stateOf('monday')).toEqual(undefined)
  })

  test('the refusal of what was typed over meanwhile is of no interest', async () => {
    const { saver, call, stateOf } = start()
    saver.save('monday', { minutes: 60 })
    saver.save('monday', { minutes: 120 })
    await call(0).fail(refused)
    expect(stateOf('monday')).toEqual('saving')
    await call(1).answer({ minutes: 120 })
    expect(stateOf('monday')).toEqual('saved')
  })

  test('what did not reach the server waits and is sent again by itself, with what was typed since', async () => {
    const { saver, calls, call, stateOf } = start()
    saver.save('monday', { minutes: 60 })
    await call(0).fail(offline)
    expect(stateOf('monday')).toEqual('waiting')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(calls.length).toEqual(2)
    saver.save('monday', { minutes: 75 })
    await call(1).fail(offline)
    expect(stateOf('monday')).toEqual('waiting')
    saver.wake()
    expect(calls[2]?.change).toEqual({ minutes: 75 })
    await call(2).answer({ minutes: 75 })
    expect(stateOf('monday')).toEqual('saved')
  })

  test('whoever leaves is told whether everything is saved, after what is on its way', async () => {
    const { saver, call } = start()
    saver.save('monday', { minutes: 60 })
    saver.save('tuesday', { minutes: 60 })
    const all = saver.isSaved()
    await call(0).answer({ minutes: 60 })
    await call(1).answer({ minutes: 60 })
    expect(await all).toEqual(true)
    saver.save('monday', { minutes: 30 })
    const notAll = saver.isSaved()
    await call(2).fail(refused)
    expect(await notAll).toEqual(false)
  })

  test('a cell that was taken back while it was on its way stays as the server has it', async () => {
    const { saver, calls, call, stateOf } = start()
    saver.save('monday', { minutes: 60 })
    saver.takeBack('monday')
    await call(0).fail(refused)
    expect(stateOf('monday')).toEqual(undefined)
    expect(calls.length).toEqual(1)
  })
})
