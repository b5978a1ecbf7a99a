import { type Answer, json } from '../answers.ts'
import { entities } from '../entities/entities.ts'
import type { Field } from '../entities/field.ts'
import { errorLabel, findErrorCode, Refusal } from '../error-codes.ts'
import { toWire } from '../values.ts'
import { mannersOf, see } from '../world.ts'
import type { Route, SignedInAsk } from './route.ts'

export const companyRoutes: readonly Route[] = [
  { verb: 'GET', path: '/Company/ChangeCompany/{CompanyId}', answer: changeCompany },
  {
    verb: 'GET',
    path: '/Company/Tables/{CompanyId}',
    // Tables a company has added itself; the sandbox has none.
    answer: () => json([]),
  },
  { verb: 'GET', path: '/Company/GetLastError/{CompanyId}&{errorCode}', answer: lastError },
  { verb: 'GET', path: '/tables', answer: () => json(entities.map(({ name }) => name)) },
  { verb: 'GET', path: '/tables/{tableName}', answer: describeTable },
]

function changeCompany({ world, session, params }: SignedInAsk): Answer {
  const wanted = Number(params.CompanyId)
  const row = session.user.companies.includes(wanted)
    ? world.books.findById(wanted, 'CompanyClient', wanted)
    : undefined
  if (row === undefined) throw new Refusal('NoCompanyId', 'CompanyId', params.CompanyId)
  const moved =
    world.switches.changeCompany === 'this-session' ? [session] : world.sessions.ofUser(session.user.loginId)
  for (const each of moved) each.company = wanted
  const sight = see(world, wanted, 'CompanyClient')
  if (sight === undefined) throw new Error('CompanyClient is missing in the entities')
  return json(toWire(sight.entity, sight.fields, row, mannersOf(world, session)))
}

function lastError({ world, session, params }: SignedInAsk): Answer {
  const code = findErrorCode(params.errorCode ?? '')
  if (code === undefined) return json('')
  const text = world.lastErrors.get(`${params.CompanyId}/${code}`)
  const unsaid = world.switches.lastErrorText === 'label' ? errorLabel(code, mannersOf(world, session).language) : ''
  return json(text ?? unsaid)
}

/** The answer's shape is not published; a name, a type and a length are what the description promises. */
function describeTable({ world, session, params }: SignedInAsk): Answer {
  const sight = see(world, session.company, params.tableName ?? '')
  if (sight === undefined) throw new Refusal('InvalidObject', 'tableName', params.tableName)
  return json(Object.entries(sight.fields).map(([name, field]) => propertyOfTable(name, field)))
}

function propertyOfTable(Name: string, { kind, max, readOnly, required }: Field) {
  const Type = {
    text: 'String',
    appenum: 'String',
    int: 'Int32',
    country: 'Int32',
    amount: 'Double',
    bool: 'Boolean',
    date: 'DateTime',
    instant: 'DateTime',
  }[kind]
  return { Name, Type, MaxLength: max, ReadOnly: readOnly === true, Required: required === true }
}
