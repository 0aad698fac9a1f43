import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import type { Chance } from './chance'
import { isSigned } from './signed'
import type { Tally } from './tally'

/** One webhook as it came. `taken`: it was answered with 2xx, so far as the receiver knows. */
export type Arrival = { id: string; signed: boolean; taken: boolean }
/** What an endpoint was sent, in the order in which it came. */
export type ReceiverBook = { endpointId: string; arrivals: Arrival[] }

/** A system that listens to webhooks: a bare HTTP server and the public `standardwebhooks`. */
export type Receiver = {
  /** Where the endpoint of this name is. */
  urlOf(name: string): string
  /** The endpoint is set up: from now on its book is kept. */
  listen(name: string, endpointId: string, secret: string): void
  books(): ReceiverBook[]
  /** Answers nothing but 503 until it is told otherwise. */
  silence(silent: boolean): void
  /** From now on it takes everything. */
  behave(): void
  close(): Promise<void>
}

const DOES = { take: 86, takeLate: 6, takeAndCut: 3, fail: 3, cut: 2 }
const LATE_MS = 400

type Endpoint = { webhook: Webhook; book: ReceiverBook }

export async function startReceiver({ chance, tally }: { chance: Chance; tally: Tally }): Promise<Receiver> {
  const endpoints = new Map<string, Endpoint>()
  let silent = false
  let behaving = false

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await text(request)
    const endpoint = endpoints.get(request.url?.slice(1) ?? '')
    if (!endpoint) return answer(response, 404)
    const does = silent ? 'fail' : behaving ? 'take' : chance.draw(DOES)
    const id = String(request.headers['webhook-id'])
    const taken = does.startsWith('take')
    if (does !== 'take') tally.count(silent ? 'silent' : does)
    endpoint.book.arrivals.push({ id, signed: isSigned(endpoint.webhook, request, raw), taken })
    if (does === 'takeLate') await wait(LATE_MS)
    if (does === 'cut' || does === 'takeAndCut') response.destroy()
    else answer(response, taken ? 204 : 503)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the receiver listens on no port')
  return {
    urlOf: (name) => `http://127.0.0.1:${address.port}/${name}`,
    listen: (name, endpointId, secret) =>
      void endpoints.set(name, { webhook: new Webhook(secret), book: { endpointId, arrivals: [] } }),
    books: () => [...endpoints.values()].map(({ book }) => book),
    silence: (on) => {
      silent = on
    },
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

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}
