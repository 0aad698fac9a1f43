import type { oas31 } from 'zod-openapi'
import type { Method } from '@/lib/api/operation'

/** The headers that answers carry, by their names. */
const HEADERS = {
  'X-Request-Id': {
    description: 'Under which we know this request; tell it to us when something went wrong',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
  'Idempotent-Replayed': {
    description: 'There when this is the first answer again, and nothing was done',
    schema: { type: 'string', const: 'true' },
  },
  'RateLimit-Limit': { description: 'Requests a minute of this key', schema: { type: 'integer', minimum: 1 } },
  'RateLimit-Remaining': { description: 'Requests that are left', schema: { type: 'integer', minimum: 0 } },
  'RateLimit-Reset': { description: 'Seconds until there are more', schema: { type: 'integer', minimum: 0 } },
  'Retry-After': {
    description: 'Seconds until the request may come again',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
  'WWW-Authenticate': {
    description: 'How to say who you are',
    required: true,
    schema: { type: 'string', const: 'Bearer' },
  },
} satisfies Record<string, oas31.HeaderObject>
type HeaderName = keyof typeof HEADERS

export const HEADER_COMPONENTS = Object.fromEntries(
  Object.entries(HEADERS).map(([name, header]) => [idOf(name), header]),
)

/** Those of one answer. Who is not known has no limit of his own yet. */
export function headersOf(status: number, method: Method): oas31.HeadersObject {
  const names: HeaderName[] = ['X-Request-Id']
  if (method === 'POST' && (status < 300 || status === 409)) names.push('Idempotent-Replayed')
  if (status === 401) names.push('WWW-Authenticate')
  else names.push('RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset')
  if (status === 429) names.push('Retry-After')
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${idOf(name)}` }]))
}

function idOf(name: string): string {
  return name.replaceAll('-', '')
}
