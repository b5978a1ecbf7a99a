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
