import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export const PAYMENT_SECRET = 'a payment secret of the tests, long enough'

/** What the server does with one request. The `pay` of some comes before the answer that never arrives whole. */
export type Behaviour =
  | 'pay'
  | 'accept'
  | 'fail'
  | 'failForGood'
  | 'refuse'
  | 'payAndCrash'
  | 'payAndHang'
  | 'payAndCut'
  | 'payAndBabble'
  | 'payAndFlood'
  | 'payAndNameAnother'
  | 'payAndNameLess'
  | 'payAndConflict'
  | 'redirect'
  | 'unavailable'
  | 'bareNotFound'

type Words = { status: number; body: string | object; headers?: Record<string, string> }

export type Seen = { method: string; path: string; body: string; headers: IncomingMessage['headers']; signed: boolean }

/**
 * A payment system without any protection of its own: every POST that it acts on moves money, so that what keeps a
 * refund from being paid twice is on our side. Asked, it tells the truth about what it did.
 */
export type PaymentServer = {
  url: string
  /** Everything it heard, in order. */
  seen: Seen[]
  /** The refund numbers that it paid, once for each time. */
  paid: string[]
  /** What it does with the next requests of a method; without more, it pays and answers truthfully. */
  plan(method: 'GET' | 'POST', ...behaviours: Behaviour[]): void
  /** Called when money has moved and before anything is answered. */
  onPaid: (refundNo: string) => void
  /** What it accepted comes to an end. */
  finish(refundNo: string, result: 'SUCCEEDED' | 'FAILED'): void
  close(): Promise<void>
}

export async function startPaymentServer(): Promise<PaymentServer> {
  const plans = { GET: [] as Behaviour[], POST: [] as Behaviour[] }
  const states = new Map<string, { status: string; reason?: string; retryable?: boolean }>()
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request
    const body = await text(request)
    payments.seen.push({ method, path, body, headers, signed: isSigned(headers, body) })
    const refundNo = method === 'POST' ? JSON.parse(body).refundNo : path.split('/').at(-1)
    const behaviour = method === 'GET' || method === 'POST' ? plans[method].shift() : undefined
    if (method === 'POST' && (behaviour ?? 'pay').startsWith('pay')) {
      payments.paid.push(refundNo)
      states.set(refundNo, { status: 'SUCCEEDED' })
      payments.onPaid(refundNo)
    }
    if (method === 'POST' && behaviour === 'accept') states.set(refundNo, { status: 'ACCEPTED' })
    if (method === 'POST' && behaviour?.startsWith('fail'))
      states.set(refundNo, { status: 'FAILED', reason: 'account closed', retryable: behaviour === 'fail' })
    answer(response, refundNo, behaviour)
  }

  function answer(response: ServerResponse, refundNo: string, behaviour: Behaviour | undefined): void {
    if (behaviour === 'payAndHang') return
    if (behaviour === 'payAndCut') {
      response.destroy()
      return
    }
    const { status, body, headers = {} } = wordsOf(refundNo, behaviour)
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  }

  function wordsOf(refundNo: string, behaviour: Behaviour | undefined): Words {
    switch (behaviour) {
      case 'payAndCrash':
        return { status: 500, body: { refundNo, status: 'FAILED', reason: 'crashed', retryable: true } }
      case 'unavailable':
        return { status: 503, body: {} }
      case 'bareNotFound':
        return { status: 404, body: '<h1>Not Found</h1>' }
      case 'payAndBabble':
        return { status: 200, body: '<html>ok</html>' }
      case 'payAndFlood':
        return { status: 200, body: { refundNo, status: 'SUCCEEDED', padding: 'x'.repeat(1_000_000) } }
      case 'payAndNameAnother':
        return { status: 200, body: { refundNo: 'RF-another', status: 'SUCCEEDED' } }
      case 'payAndNameLess':
        return { status: 200, body: { refundNo, status: 'SUCCEEDED', amountFen: 1 } }
      case 'payAndConflict':
        return { status: 409, body: { refundNo, status: 'SUCCEEDED' } }
      case 'redirect':
        return { status: 307, body: '', headers: { location: `${payments.url}/elsewhere` } }
      case 'refuse':
        return { status: 422, body: { refundNo, status: 'FAILED', reason: 'no such order', retryable: false } }
      default: {
        const truth = states.get(refundNo)
        if (!truth) return { status: 404, body: { refundNo, status: 'UNKNOWN' } }
        return { status: truth.status === 'ACCEPTED' ? 202 : 200, body: { refundNo, ...truth } }
      }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const payments: PaymentServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`,
    seen: [],
    paid: [],
    onPaid: () => undefined,
    plan: (method, ...behaviours) => void plans[method].push(...behaviours),
    finish(refundNo, result) {
      states.set(
        refundNo,
        result === 'FAILED' ? { status: 'FAILED', reason: 'bank said no', retryable: true } : { status: result },
      )
      if (result === 'SUCCEEDED') payments.paid.push(refundNo)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return payments
}

/** As a stranger to our code would check it. */
function isSigned(headers: IncomingMessage['headers'], body: string): boolean {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  try {
    new Webhook(PAYMENT_SECRET, { format: 'raw' }).verify(body, given, { jsonParse: false })
    return true
  } catch {
    return false
  }
}
