import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import type { Chance } from './chance'
import { isSigned } from './signed'
import type { Tally } from './tally'

/** What the gateway knows of one refund number. It pays a number once, as docs/payment-service.md asks of it. */
export type GatewayEntry = {
  /** Every time that money moved. */
  payments: { amountFen: number }[]
  /** How often it was asked to pay. */
  asked: number
  /** What it would say of it. */
  status: 'SUCCEEDED' | 'ACCEPTED' | 'FAILED'
  retryable: boolean
  amountFen: number
}
/** By refund number. */
export type GatewayBook = ReadonlyMap<string, GatewayEntry>

/** A payment service with a book of its own, which pays as it should and answers as it likes. */
export type Gateway = {
  url: string
  book: GatewayBook
  /** From now on it answers like the best of them. */
  behave(): void
  close(): Promise<void>
}

export type GatewayOptions = {
  secret: string
  chance: Chance
  tally: Tally
  /** Where it calls back, which may be nowhere at the moment. */
  callbackUrl: () => string | null
}

/** What it does when it is to pay. */
const CREATING = {
  pay: 50,
  payAndCut: 8,
  payAndCrash: 6,
  payAndHang: 1,
  payAndCallTwice: 8,
  accept: 10,
  acceptAndCallTwice: 5,
  acceptAndFail: 5,
  fail: 4,
  failForGood: 3,
  crash: 4,
}
/** And when it is asked what became of a refund. */
const ASKED = { tell: 84, cut: 8, crash: 8 }

const orderSchema = z.object({ refundNo: z.string(), amountFen: z.int() })
type Order = z.infer<typeof orderSchema>
const HEARD_WITHIN_MS = 5000

export async function startGateway({ secret, chance, tally, callbackUrl }: GatewayOptions): Promise<Gateway> {
  const book = new Map<string, GatewayEntry>()
  const webhook = new Webhook(secret, { format: 'raw' })
  let behaving = false

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    if (!isSigned(webhook, request, body)) return say(response, 401, {})
    if (request.method === 'GET') tell(response, decodeURIComponent(request.url?.split('/').at(-1) ?? ''))
    else create(response, orderSchema.parse(JSON.parse(body)))
  }

  function tell(response: ServerResponse, refundNo: string): void {
    const does = behaving ? 'tell' : chance.draw(ASKED)
    if (does !== 'tell') tally.count(`asked: ${does}`)
    if (does === 'cut') response.destroy()
    else if (does === 'crash') say(response, 503, {})
    else answer(response, refundNo)
  }

  function create(response: ServerResponse, { refundNo, amountFen }: Order): void {
    const known = book.get(refundNo)
    if (known) known.asked += 1
    if (known && known.status !== 'FAILED') {
      tally.count('asked to pay again')
      answer(response, refundNo)
    } else payNow(response, { refundNo, amountFen }, known)
  }

  /** `known`: what failed before. */
  function payNow(response: ServerResponse, { refundNo, amountFen }: Order, known: GatewayEntry | undefined): void {
    const does = behaving ? 'pay' : chance.draw(CREATING)
    if (does !== 'pay') tally.count(does)
    if (does === 'crash') {
      say(response, 503, {})
      return
    }
    const entry = known ?? { payments: [], asked: 1, status: 'FAILED', retryable: true, amountFen }
    book.set(refundNo, entry)
    entry.status = does.startsWith('pay') ? 'SUCCEEDED' : does.startsWith('accept') ? 'ACCEPTED' : 'FAILED'
    entry.retryable = does !== 'failForGood'
    if (entry.status === 'SUCCEEDED') entry.payments.push({ amountFen })
    if (does === 'payAndCut') response.destroy()
    else if (does === 'payAndCrash') say(response, 500, { refundNo, status: 'FAILED', reason: 'crashed' })
    else if (does !== 'payAndHang') answer(response, refundNo)
    if (entry.status === 'ACCEPTED') void finish(refundNo, entry, does)
    if (does === 'payAndCallTwice') void callBack(refundNo, 2)
  }

  /** What it accepted comes to its end, and it says so: once, twice, or again when it is no longer news. */
  async function finish(refundNo: string, entry: GatewayEntry, does: string): Promise<void> {
    await wait(chance.int(50, 1500))
    if (does === 'acceptAndFail') entry.status = 'FAILED'
    else {
      entry.status = 'SUCCEEDED'
      entry.payments.push({ amountFen: entry.amountFen })
    }
    await callBack(refundNo, does === 'accept' ? 1 : 2)
  }

  /** Nobody has to hear it: then the product asks. */
  async function callBack(refundNo: string, times: number): Promise<void> {
    const body = JSON.stringify(wordsOf(refundNo))
    for (let time = 0; time < times; time++) {
      if (time > 0) await wait(chance.int(0, 1000))
      const at = new Date()
      const headers = {
        'webhook-id': refundNo,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': webhook.sign(refundNo, at, body),
      }
      const url = callbackUrl()
      const heard =
        url !== null &&
        (await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(HEARD_WITHIN_MS) }).then(
          ({ status }) => status === 204,
          () => false,
        ))
      tally.count(heard ? 'callback heard' : 'callback lost')
    }
  }

  function answer(response: ServerResponse, refundNo: string): void {
    const words = wordsOf(refundNo)
    say(response, words.status === 'UNKNOWN' ? 404 : words.status === 'ACCEPTED' ? 202 : 200, words)
  }

  function wordsOf(refundNo: string) {
    const entry = book.get(refundNo)
    if (!entry) return { refundNo, status: 'UNKNOWN' as const }
    const { status, amountFen, retryable } = entry
    return status === 'FAILED'
      ? { refundNo, status, amountFen, retryable, reason: 'the bank said no' }
      : { refundNo, status, amountFen }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gateway listens on no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    book,
    behave: () => {
      behaving = true
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
