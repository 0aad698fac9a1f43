import { randomUUID } from 'node:crypto'
import { isSandbox } from '@/lib/sandbox/clock'
import { respond } from './answer'
import { METHODS, type Method, type Resource } from './operation'
import { notFound, problem } from './problem'
import { RESOURCES } from './resources'

type Found = { resource: Resource<Record<string, string>>; params: Record<string, string> }

const BASE = '/api/v1'

/** Answers any request below /api/v1 by the one table of resources. */
export async function route(request: Request): Promise<Response> {
  const found = findResource(new URL(request.url).pathname)
  const can = found ? METHODS.filter((method) => isThere(found.resource, method)) : []
  if (!found || can.length === 0) return respond(notFound(), randomUUID())
  // a HEAD is answered as the GET that it asks about; Next.js takes the body away
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const operation = can.includes(method as Method) ? found.resource[method as Method] : undefined
  if (operation) return operation.handle(request, found.params)
  return refuseMethod(request, can)
}

/** The resource at a path, with what the path names; null when nothing is there. */
export function findResource(pathname: string): Found | null {
  const parts = pathname.slice(BASE.length).split('/')
  for (const [pattern, resource] of Object.entries<Resource<Record<string, string>>>(RESOURCES)) {
    const params = match(pattern.split('/'), parts)
    if (params) return { resource, params }
  }
  return null
}

function match(names: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (names.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? ''
    if (!name.startsWith('{')) {
      if (name !== part) return null
      continue
    }
    const value = decode(part)
    if (!value) return null
    params[name.slice(1, -1)] = value
  }
  return params
}

/** Null for what is no percent-encoded UTF-8 and names nothing. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function isThere(resource: Resource<Record<string, string>>, method: Method): boolean {
  const operation = resource[method]
  return operation !== undefined && (!operation.form.sandboxOnly || isSandbox())
}

/** A 405 that names what is possible, or the answer to who asks just that. */
function refuseMethod(request: Request, can: readonly Method[]): Response {
  const allowed = can.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  const headers = { Allow: [...allowed, 'OPTIONS'].join(', ') }
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })
  const detail = `${request.method} is not possible here, but ${allowed.join(', ')}.`
  return respond({ ...problem(405, 'methodNotAllowed', { detail }), headers }, randomUUID())
}
