import type { Language } from './app-enums.ts'
import type { Books } from './books.ts'
import type { CallLog } from './call-log.ts'
import { findEntity } from './entities/entities.ts'
import { type Entity, type Field, text } from './entities/field.ts'
import type { Faults } from './faults.ts'
import type { Session, Sessions } from './sessions.ts'
import type { Switches } from './switches.ts'
import type { User } from './users.ts'
import type { Manners } from './values.ts'

/** Everything one sandbox holds. Time, chance and sleep come from outside, so that a simulator can own them. */
export type World = {
  readonly now: () => Date
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly books: Books
  readonly sessions: Sessions
  readonly users: readonly User[]
  readonly switches: Switches
  readonly faults: Faults
  readonly calls: CallLog
  /** Text of the latest refusal, by company and code. */
  readonly lastErrors: Map<string, string>
}

/** An entity as one company sees it: with its own fields when the name ends in `User`. */
export type Sight = { readonly entity: Entity; readonly fields: Readonly<Record<string, Field>> }

export function see(world: World, company: number, name: string): Sight | undefined {
  const entity = findEntity(name)
  if (entity !== undefined) return { entity, fields: entity.fields }
  const base = name.toLowerCase().endsWith('user') ? findEntity(name.slice(0, -'user'.length)) : undefined
  return base && { entity: base, fields: { ...base.fields, ...userFields(world, company, base.name) } }
}

export function userFields(world: World, company: number, entity: string): Record<string, Field> {
  const defined = world.books.all(company, 'TableFieldsClient').filter((row) => row.values.entity === entity)
  return Object.fromEntries(defined.map(({ values }) => [String(values.Name), text(Number(values.Length))]))
}

export function mannersOf(world: World, session: Session): Manners {
  const { labelLanguage } = world.switches
  const language: Language = labelLanguage === 'of-user' ? session.user.language : labelLanguage
  return { language, switches: world.switches }
}

export function today(world: World): string {
  return world.now().toISOString().slice(0, 10)
}
