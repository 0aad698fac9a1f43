import { respond } from './answer'
import type { Handler } from './endpoint'
import { notFound, problem } from './problem'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]

/** A route's exports: what it can, and for every other method a 405 that names what it can. */
export function resource<P>(can: { [M in Method]?: Handler<P> }): { [M in Method | 'OPTIONS']: Handler<P> } {
  const allowed = METHODS.filter((method) => can[method]).flatMap((method) =>
    method === 'GET' ? ['GET', 'HEAD'] : [method],
  )
  const headers = { Allow: [...allowed, 'OPTIONS'].join(', ') }
  const refuse: Handler<P> = async (request) => {
    const detail = `${request.method} is not possible here, but ${allowed.join(', ')}.`
    return respond({ ...problem(405, 'methodNotAllowed', { detail }), headers }, crypto.randomUUID())
  }
  const describe: Handler<P> = async () => new Response(null, { status: 204, headers })
  return {
    GET: can.GET ?? refuse,
    POST: can.POST ?? refuse,
    PUT: can.PUT ?? refuse,
    PATCH: can.PATCH ?? refuse,
    DELETE: can.DELETE ?? refuse,
    OPTIONS: describe,
  }
}

/** What stands below /api/v1 and is nothing there. */
export async function unknownPath(): Promise<Response> {
  return respond(notFound(), crypto.randomUUID())
}
