import { type CallbackResult, handleCallback } from '@/lib/refunds/handle-callback'
import { readBody } from '@/lib/refunds/read-body'

const MAX_BYTES = 64 * 1024
const STATUS: { [R in CallbackResult]: number } = { heard: 204, unsigned: 401, invalid: 422, unknown: 404 }

/** Where the payment system tells what became of a refund (R7.2). Answers without a body. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request.body, MAX_BYTES)
  if (body === null) return new Response(null, { status: 413 })
  return new Response(null, { status: STATUS[await handleCallback(request.headers, body)] })
}
