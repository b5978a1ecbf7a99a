import { type Answer, json, nothing } from '../answers.ts'
import { keyOf, type StoredRow } from '../books.ts'
import { BadBody, Refusal } from '../error-codes.ts'
import { readQuery, runQuery } from '../query.ts'
import { referencesTo } from '../row-rules.ts'
import { findSent, propertyOf } from '../rows.ts'
import { mayDo } from '../users.ts'
import { toWire } from '../values.ts'
import { mannersOf, type Sight, see, type World } from '../world.ts'
import type { Route, SignedInAsk } from './route.ts'

export const queryRoutes: readonly Route[] = [
  { verb: 'POST', path: '/Query/Get/{entityName}', answer: getRows },
  { verb: 'PUT', path: '/Query/Read/{entityName}', answer: readRow },
  { verb: 'PUT', path: '/Query/GetByMaster/{masterType}/{entityType}', answer: getByMaster },
  { verb: 'GET', path: '/Query/GetDocumentFromRowId/{RowId}', answer: getDocument },
]

function getRows(ask: SignedInAsk): Answer {
  const { world, session, params } = ask
  const sight = mustSee(ask, params.entityName ?? '')
  const query = readQuery(ask.body())
  if (!mayDo(session.user, 'read', sight.entity.name)) return noRights(world, sight)
  if (query === 'no-filter-object')
    return json(world.switches.emptyFilterList === 'nothing' ? [] : show(ask, sight, rowsFor(ask, sight)))
  const manners = mannersOf(world, session)
  const rows = query.filters.length === 0 ? unfiltered(ask, sight) : rowsFor(ask, sight)
  const byKey = (key: string) => world.books.find(session.company, sight.entity.name, key)
  const isLive = ask.reads === 'usual' && hasTable(sight)
  return json(
    show(
      ask,
      sight,
      runQuery(query, { sight, rows, manners, byKey: isLive ? byKey : undefined, shuffle: world.random }),
    ),
  )
}

function readRow(ask: SignedInAsk): Answer {
  const { world, session, params } = ask
  const sight = mustSee(ask, params.entityName ?? '')
  if (!mayDo(session.user, 'read', sight.entity.name)) throw new Refusal('NoRights', undefined, sight.entity.name)
  try {
    const row = findSent({ world, session, sight }, ask.body())
    const isSeen = rowsFor(ask, sight).some(({ id }) => id === row.id)
    if (!isSeen) throw new Refusal('CouldNotFind')
    return json(toWire(sight.entity, sight.fields, row, mannersOf(world, session)))
  } catch (error) {
    const isAbsent = error instanceof Refusal && error.code === 'CouldNotFind'
    if (isAbsent && world.switches.readMissing === 'nothing') return nothing()
    throw error
  }
}

/** The children of a master are the rows that hold its key; there are as many pairs as there are references. */
function getByMaster(ask: SignedInAsk): Answer {
  const { world, session, params } = ask
  const master = mustSee(ask, params.masterType ?? '')
  const child = mustSee(ask, params.entityType ?? '')
  const { detailOf } = child.entity
  const within = detailOf?.master === master.entity.name ? detailOf.by : undefined
  if (within !== undefined) {
    if (!mayDo(session.user, 'read', child.entity.name)) return noRights(world, child)
    const { id } = findSent({ world, session, sight: master }, ask.body())
    return json(
      show(
        ask,
        child,
        unfiltered(ask, child).filter(({ values }) => values[within] === id),
      ),
    )
  }
  const [reference] = referencesTo(master.entity.name, [child.entity])
  if (reference === undefined || master.entity.key === undefined) {
    throw new Refusal('InvalidObject', params.masterType, params.entityType)
  }
  if (!mayDo(session.user, 'read', child.entity.name)) return noRights(world, child)
  const key = propertyOf(ask.body(), master.entity.key)
  if (key === undefined || key === null) throw new BadBody(`${master.entity.key} is missing.`)
  const rows = unfiltered(ask, child).filter(({ values }) => keyOf(values[reference.field]) === keyOf(String(key)))
  return json(show(ask, child, rows))
}

/** The scan of a voucher. */
function getDocument(ask: SignedInAsk): Answer {
  const { world, session, params } = ask
  if (!mayDo(session.user, 'read', 'VouchersClient')) throw new Refusal('NoRights', undefined, 'VouchersClient')
  const row = world.books.findById(session.company, 'VouchersClient', Number(params.RowId))
  if (row === undefined) throw new Refusal('CouldNotFind', 'RowId', params.RowId)
  const scan = String(row.values.scan ?? '')
  if (world.switches.documentAnswer === 'bytes')
    return { status: 200, type: 'application/octet-stream', body: new Uint8Array(Buffer.from(scan, 'base64')) }
  if (world.switches.documentAnswer === 'base64') return json(scan)
  const sight = mustSee(ask, 'VouchersClient')
  return json({ ...toWire(sight.entity, sight.fields, row, mannersOf(world, session)), VoucherAttachment: scan })
}

function mustSee({ world, session }: SignedInAsk, name: string): Sight {
  const sight = see(world, session.company, name)
  if (sight === undefined) throw new Refusal('InvalidObject', 'entityName', name)
  return sight
}

function noRights(world: World, { entity }: Sight): Answer {
  if (world.switches.readWithoutRights === 'refused') throw new Refusal('NoRights', undefined, entity.name)
  return json([])
}

/** An unfiltered read of a long session may be the one it has seen before; a read of children by master counts as one. */
function unfiltered(ask: SignedInAsk, sight: Sight): readonly StoredRow[] {
  const { world, session } = ask
  if (world.switches.unfilteredReads === 'fresh') return rowsFor(ask, sight)
  const name = `${session.company}/${sight.entity.name}`
  const kept = session.kept.get(name) ?? rowsFor(ask, sight)
  session.kept.set(name, kept)
  return kept
}

function rowsFor({ world, session, reads }: SignedInAsk, sight: Sight): readonly StoredRow[] {
  const { name } = sight.entity
  if (reads === 'empty') return []
  if (reads !== 'usual') return reads.asOf(session.company, name)
  if (name === 'CompanyClient') return companiesFor(world, session)
  return name === 'UserClient' ? [userRow(session)] : world.books.all(session.company, name)
}

/** Companies and users are shown as rows but are not looked up in one company's books. */
function hasTable({ entity }: Sight): boolean {
  return entity.name !== 'CompanyClient' && entity.name !== 'UserClient'
}

function companiesFor(world: World, session: SignedInAsk['session']): readonly StoredRow[] {
  const shown = world.switches.companyList === 'current' ? [session.company] : session.user.companies
  return shown.flatMap((id) => world.books.findById(id, 'CompanyClient', id) ?? [])
}

function userRow({ user, company }: SignedInAsk['session']): StoredRow {
  const values = {
    LoginId: user.loginId,
    Name: user.name,
    UserLanguage: user.language === 'english' ? 1 : 2,
    DefaultCompany: user.companies[0] ?? company,
  }
  return { id: user.id, values }
}

function show({ world, session }: SignedInAsk, sight: Sight, rows: readonly StoredRow[]) {
  const manners = mannersOf(world, session)
  const { rowCap } = world.switches
  const capped = rowCap > 0 ? rows.slice(0, rowCap) : rows
  return capped.map((row) =>
    toWire(sight.entity, sight.fields, withLookups(world, session.company, sight, row), manners),
  )
}

/** Names that are not stored on a row but read from the row it refers to. */
function withLookups(world: World, company: number, { entity }: Sight, row: StoredRow): StoredRow {
  if (entity.name !== 'ProjectClient') return row
  const name = world.books.find(company, 'DebtorClient', row.values.Account ?? '')?.values.Name
  return name === undefined ? row : { ...row, values: { ...row.values, DebtorName: name } }
}
