// Inserting, changing and deleting, one row or many, as /Crud/* does.
import { type Answer, json, nothing } from '../answers.ts'
import type { StoredRow, Value } from '../books.ts'
import { BadBody, errorCodes, Refusal } from '../error-codes.ts'
import { referencesTo } from '../row-rules.ts'
import { type Desk, deleteRow, findSent, insertRow, propertyOf, updateModifiedFields, updateRow } from '../rows.ts'
import type { WriteAnswer } from '../switches.ts'
import { toWire } from '../values.ts'
import { mannersOf, see } from '../world.ts'
import type { Route, SignedInAsk } from './route.ts'

export const crudRoutes: readonly Route[] = [
  {
    verb: 'POST',
    path: '/Crud/Insert/{entityName}',
    answer: (ask) => one(ask, ask.world.switches.insertAnswer, insertRow),
  },
  { verb: 'POST', path: '/Crud/InsertList/{entityName}', answer: (ask) => many(ask, 'listAnswer', insertRow) },
  {
    verb: 'POST',
    path: '/Crud/InsertMasterAndDetails/{masterName}/{childName}',
    answer: (ask) => insertWithDetails(ask, insertRow),
  },
  {
    verb: 'POST',
    path: '/Crud/InsertChildRecords/{masterName}/{childName}',
    answer: (ask) => insertWithDetails(ask, findSent),
  },
  {
    verb: 'PUT',
    path: '/Crud/Update/{entityName}',
    answer: (ask) => one(ask, ask.world.switches.updateAnswer, updateRow),
  },
  { verb: 'PUT', path: '/Crud/UpdateList/{entityName}', answer: (ask) => many(ask, 'updateAnswer', updateRow) },
  { verb: 'PUT', path: '/Crud/UpdateFieldsModified/{entityName}', answer: updateModified },
  { verb: 'PUT', path: '/Crud/UpdateFieldsModifiedList/{entityName}', answer: updateModifiedList },
  {
    verb: 'DELETE',
    path: '/Crud/Delete/{entityName}',
    answer: (ask) => one(ask, ask.world.switches.deleteAnswer, deleteRow),
  },
  { verb: 'DELETE', path: '/Crud/DeleteList/{entityName}', answer: (ask) => many(ask, 'deleteAnswer', deleteRow) },
]

type Work = (desk: Desk, body: unknown) => StoredRow

function deskFor({ world, session }: SignedInAsk, name: string): Desk {
  const sight = see(world, session.company, name)
  if (sight === undefined) throw new Refusal('InvalidObject', 'entityName', name)
  return { world, session, sight }
}

function one(ask: SignedInAsk, form: WriteAnswer, work: Work): Answer {
  const desk = deskFor(ask, ask.params.entityName ?? '')
  const body = ask.body()
  return answerOf(form, () =>
    show(
      desk,
      ask.world.books.together(true, () => work(desk, body)),
    ),
  )
}

function many(ask: SignedInAsk, answer: 'listAnswer' | 'updateAnswer' | 'deleteAnswer', work: Work): Answer {
  const desk = deskFor(ask, ask.params.entityName ?? '')
  const bodies = mustBeList(ask.body())
  return inOneCall(ask, answer, () => bodies.map((body) => show(desk, work(desk, body))))
}

function updateModified(ask: SignedInAsk): Answer {
  const desk = deskFor(ask, ask.params.entityName ?? '')
  const body = ask.body()
  const [original, modified] = [propertyOf(body, 'Original'), propertyOf(body, 'Modified')]
  const work = () => show(desk, updateModifiedFields(desk, original, modified))
  return answerOf(ask.world.switches.updateAnswer, () => ask.world.books.together(true, work))
}

function updateModifiedList(ask: SignedInAsk): Answer {
  const desk = deskFor(ask, ask.params.entityName ?? '')
  const body = ask.body()
  const originals = mustBeList(propertyOf(body, 'OriginalList'))
  const modified = mustBeList(propertyOf(body, 'ModifiedList'))
  if (originals.length !== modified.length) throw new BadBody('OriginalList and ModifiedList differ in length.')
  return inOneCall(ask, 'updateAnswer', () =>
    originals.map((original, at) => show(desk, updateModifiedFields(desk, original, modified[at]))),
  )
}

/** The server links the details to their master, whatever they say themselves. */
function insertWithDetails(ask: SignedInAsk, master: Work): Answer {
  const masterDesk = deskFor(ask, ask.params.masterName ?? '')
  const childDesk = deskFor(ask, ask.params.childName ?? '')
  const [reference] = referencesTo(masterDesk.sight.entity.name, [childDesk.sight.entity])
  const { key } = masterDesk.sight.entity
  if (reference === undefined || key === undefined) {
    throw new Refusal('InvalidObject', ask.params.masterName, ask.params.childName)
  }
  const body = ask.body()
  const details = mustBeList(propertyOf(body, 'Details') ?? [])
  return inOneCall(ask, 'listAnswer', () => {
    const masterRow = master(masterDesk, propertyOf(body, 'Master'))
    const link = (detail: unknown) => linked(detail, reference.field, masterRow.values[key])
    return [
      show(masterDesk, masterRow),
      ...details.map((detail) => show(childDesk, insertRow(childDesk, link(detail)))),
    ]
  })
}

function linked(detail: unknown, field: string, key: Value | undefined): unknown {
  if (typeof detail !== 'object' || detail === null) return detail
  const others = Object.entries(detail).filter(([name]) => name.toLowerCase() !== field.toLowerCase())
  return { ...Object.fromEntries(others), [field]: key }
}

function inOneCall(
  { world }: SignedInAsk,
  answer: 'listAnswer' | 'updateAnswer' | 'deleteAnswer',
  work: () => unknown,
): Answer {
  const undoOnError = world.switches.lists === 'all-or-nothing'
  return answerOf(world.switches[answer], () => world.books.together(undoOnError, work))
}

function answerOf(form: WriteAnswer, work: () => unknown): Answer {
  const rows = work()
  if (form === 'entity') return json(rows)
  if (form === 'nothing') return nothing()
  return json(form === 'code-name' ? 'Succes' : errorCodes.Succes[0])
}

function show({ world, session, sight }: Desk, row: StoredRow) {
  return toWire(sight.entity, sight.fields, row, mannersOf(world, session))
}

function mustBeList(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) throw new BadBody('A JSON array is expected.')
  return body
}
