import { STATUS_CODES } from 'node:http'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { Method } from '@/lib/api/operation'
import { PROBLEMS, type ProblemCode } from '@/lib/api/problem-codes'
import { headersOf } from './headers'

type Status = `${4 | 5}${string}`
/** What many operations answer alike stands in the document once. */
const shared = new Map<ProblemCode, ZodOpenApiResponseObject>()

/** Every no that these codes can be, by status: nothing else may come, which the check of real answers relies on. */
export function describeRefusals(
  codes: readonly ProblemCode[],
  method: Method,
): Record<Status, ZodOpenApiResponseObject> {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => PROBLEMS[code].status === status)
      return [status, describeStatus(status, own, method)]
    }),
  )
}

function describeStatus(status: number, codes: readonly ProblemCode[], method: Method): ZodOpenApiResponseObject {
  const [code] = codes
  if (code === undefined || codes.length > 1) return responseOf(status, codes, method)
  const known = shared.get(code) ?? { id: pascal(code), ...responseOf(status, codes, 'GET') }
  shared.set(code, known)
  return known
}

function responseOf(status: number, codes: readonly ProblemCode[], method: Method): ZodOpenApiResponseObject {
  const means = codes.map((code) => `- \`${code}\`: ${PROBLEMS[code].means}`)
  return {
    description: `${STATUS_CODES[status]}.\n\n${means.join('\n')}`,
    headers: headersOf(status, method),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          properties: { status: { const: status }, code: { enum: [...codes] } },
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  }
}

function pascal(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1)
}
