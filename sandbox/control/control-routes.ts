// How a person or a test commands the sandbox over HTTP, below /sandbox/control/. From this machine only; the server sees to that.
//   faults          GET · POST {kind, match, times, after, forMs, ms, status, rows, chance, err} or {down} · DELETE [/id]
//   calls, counts   GET · DELETE calls
//   switches        GET · PUT {name: value}
//   rows/company/entity[/key]  GET · PUT row · DELETE       rekey/company/entity  POST {oldKey, newKey}
//   by-hand/what/company  POST, what = post, credit, book, bill, reverse, remind, pay, unbook, period; see hand-routes.ts
//   user-fields/company  POST {entity, name, length}        sign-in-elsewhere  POST {user}       reset  POST
import { z } from 'zod'
import { faultKinds } from '../faults.ts'
import { decode } from '../routes/route.ts'
import type { Sandbox } from '../sandbox.ts'
import { checkSwitches } from '../switches.ts'
import { workByHand } from './hand-routes.ts'

const Match = z.object({
  method: z.string().optional(),
  path: z.string().optional(),
  entity: z.string().optional(),
  user: z.string().optional(),
  oldSessions: z.boolean().optional(),
  body: z.string().optional(),
})

const Order = z.union([
  z.object({ down: z.boolean() }),
  z.object({
    kind: z.enum(faultKinds),
    match: Match.optional(),
    times: z.number().int().positive().nullable().optional(),
    after: z.number().int().min(0).optional(),
    forMs: z.number().positive().optional(),
    ms: z.number().min(0).optional(),
    status: z.number().int().min(400).max(599).optional(),
    rows: z.number().int().min(0).optional(),
    chance: z.number().positive().max(1).optional(),
    err: z.int().positive().optional(),
  }),
])

const Properties = z.record(z.string(), z.unknown())
const Rekey = z.object({ oldKey: z.string(), newKey: z.string() })
const UserField = z.object({
  entity: z.string(),
  name: z.string().min(1),
  length: z.number().int().positive().optional(),
})

export async function answerControl(sandbox: Sandbox, request: Request, url: URL): Promise<Response> {
  const [, , , what = '', ...rest] = url.pathname.split('/').map(decode)
  // A form of a foreign page cannot send JSON, so it cannot command the sandbox.
  if (request.method !== 'GET' && !request.headers.get('content-type')?.includes('application/json')) {
    return Response.json({ problem: 'Send JSON, with its content type.' }, { status: 415 })
  }
  try {
    const text = await request.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    return command(sandbox, `${request.method} ${what}`, rest, body)
  } catch (error) {
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    return Response.json({ problem }, { status: 400 })
  }
}

function command(sandbox: Sandbox, what: string, rest: readonly string[], body: unknown): Response {
  const [company = '', entity = '', key = ''] = rest
  switch (what) {
    case 'GET faults':
      return Response.json({ down: sandbox.isDown(), faults: sandbox.faults() })
    case 'POST faults':
      return orderFault(sandbox, body)
    case 'DELETE faults':
      sandbox.clearFaults(company === '' ? undefined : Number(company))
      return done()
    case 'GET calls':
      return Response.json(sandbox.calls())
    case 'DELETE calls':
      sandbox.clearCalls()
      return done()
    case 'GET counts':
      return Response.json(sandbox.callsByDay())
    case 'GET switches':
      return Response.json(sandbox.switches())
    case 'PUT switches':
      sandbox.setSwitches(checkSwitches(Properties.parse(body)))
      return Response.json(sandbox.switches())
    case 'GET rows':
      return Response.json(sandbox.rows(Number(company), entity))
    case 'PUT rows':
      return Response.json(sandbox.put(Number(company), entity, Properties.parse(body)))
    case 'DELETE rows':
      return new Response(null, { status: sandbox.remove(Number(company), entity, key) ? 204 : 404 })
    case 'POST rekey': {
      const { oldKey, newKey } = Rekey.parse(body)
      return Response.json(sandbox.rekey(Number(company), entity, oldKey, newKey))
    }
    case 'POST by-hand':
      return workByHand(sandbox, company, Number(entity), body) ?? new Response(null, { status: 404 })
    case 'POST user-fields': {
      const field = UserField.parse(body)
      sandbox.defineUserField(Number(company), field.entity, field.name, field.length)
      return done()
    }
    case 'POST sign-in-elsewhere':
      sandbox.signInElsewhere(z.object({ user: z.string() }).parse(body).user)
      return done()
    case 'POST reset':
      sandbox.reset()
      return done()
    default:
      return new Response(null, { status: 404 })
  }
}

function orderFault(sandbox: Sandbox, body: unknown): Response {
  const order = Order.parse(body)
  if ('kind' in order) return Response.json(sandbox.order(order), { status: 201 })
  sandbox.setDown(order.down)
  return done()
}

function done(): Response {
  return new Response(null, { status: 204 })
}
