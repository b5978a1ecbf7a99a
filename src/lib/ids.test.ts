import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './ids.ts'

test('an id is a UUID of version 7 that begins with its time', () => {
  const at = new Date('2026-11-23T09:30:00.000Z')
  for (let i = 0; i < 200; i++) {
    const id = newId(at)
    expect(z.uuidv7().safeParse(id).success).toBe(true)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime())
  }
})

test('ids of one millisecond follow each other in the order in which they were made', () => {
  const at = new Date('2026-11-23T09:30:00.000Z')
  for (let round = 0; round < 20; round++) {
    const ids = Array.from({ length: 2_000 }, () => newId(at))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toEqual(ids.length)
    newId(new Date(at.getTime() + 1))
  }
})
