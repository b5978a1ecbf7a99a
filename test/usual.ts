// What tests take for granted, apart from what starts an instance or a database.
import type { Actor } from '../src/lib/http.ts'

export const testNow = new Date('2026-11-23T09:30:00.000Z')

export const companyId = 12_345
export const tester: Actor = { kind: 'user', id: 'tester', name: 'Tester', role: 'administrator' }
