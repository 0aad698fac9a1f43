import {
  type NoAnswer,
  noAnswer,
  type RefundGateway,
  type RefundOrder,
  type RefundOutcome,
  type UnknownRefund,
} from './gateway'
import { isAbout, parseAnswer, toOutcome } from './gateway-answer'
import { readBody } from './read-body'
import { signRequest } from './signature'

export type HttpGatewayOptions = {
  /** Where the payment system listens, without the `/refunds`. */
  url: string
  /** Shared with the payment system; signs what we send and what it calls back. */
  secret: string
  /** For the whole of a request, in ms. */
  timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * A payment system behind HTTP.
 *
 * `POST {url}/refunds` with the order as JSON (see RefundOrder) pays it; `GET {url}/refunds/{refundNo}` says what
 * became of it. Both carry `Idempotency-Key` and `webhook-id`, each the refund number, and the signature of
 * signature.ts over the exact body (the empty text for GET), so that the signed text always names the refund. The
 * payment system must pay a refund number once, whatever comes twice.
 *
 * It answers `{refundNo, status: "SUCCEEDED" | "ACCEPTED" | "FAILED" | "UNKNOWN", reason?, retryable?, amountFen?}`:
 * SUCCEEDED and ACCEPTED with a 2xx status, FAILED (no money has moved) and UNKNOWN (to GET) with a 2xx or 4xx one.
 * All else, a redirect and a bare 404 included, says nothing about the money: we ask again before we pay again (R7.1).
 * What it accepted it may call back about: see app/api/payment-callback.
 */
export function createHttpGateway(options: HttpGatewayOptions): RefundGateway {
  const base = options.url.replace(/\/+$/, '')
  return {
    name: 'HTTP',
    async create(order) {
      const answer = await ask(options, order, `${base}/refunds`, JSON.stringify(order))
      // it has just been told of the refund: it cannot know nothing of it
      return answer.status === 'UNKNOWN' ? noAnswer('gatewayAnswerInvalid') : answer
    },
    query: (refundNo, order) => ask(options, order, `${base}/refunds/${encodeURIComponent(refundNo)}`),
  }
}

type Answer = RefundOutcome | UnknownRefund | NoAnswer

async function ask(options: HttpGatewayOptions, order: RefundOrder, url: string, body?: string): Promise<Answer> {
  const { refundNo } = order
  const signature = signRequest(options.secret, refundNo, body ?? '')
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': refundNo,
        ...signature,
      },
      ...(body === undefined ? {} : { body }),
      // a signed order goes to whom it was meant for, and nowhere else
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    })
    return understand(response.status, await readBody(response.body, MAX_ANSWER_BYTES), order)
  } catch (error) {
    return noAnswer(
      error instanceof DOMException && error.name === 'TimeoutError' ? 'gatewayTimeout' : 'gatewayUnreachable',
    )
  }
}

function understand(status: number, body: string | null, order: RefundOrder): Answer {
  const agrees = status >= 200 && status < 300
  if (!agrees && !(status >= 400 && status < 500)) return noAnswer(`gatewayStatus:${status}`)
  const answer = body === null ? null : parseAnswer(body)
  if (!answer || !isAbout(answer, order)) return noAnswer(agrees ? 'gatewayAnswerInvalid' : `gatewayStatus:${status}`)
  const outcome = toOutcome(answer)
  const refuses = outcome.status === 'FAILED' || outcome.status === 'UNKNOWN'
  return agrees || refuses ? outcome : noAnswer(`gatewayStatus:${status}`)
}
