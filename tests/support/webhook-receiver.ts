import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

/** What the receiver does with a webhook; without a plan it takes it. */
export type Behaviour =
  | 'take'
  | 'fail'
  | 'refuse'
  | 'redirect'
  | 'hang'
  | 'cut'
  | 'flood'
  | 'stall'
  | 'babble'
  | 'switchProtocols'

export type Received = {
  /** Against the secrets that this receiver knows, by the public library. */
  signedWith: string[]
  headers: IncomingMessage['headers']
  /** `webhook-id` */
  id: string
  raw: string
  body: { id: string; type: string; timestamp: string; data: Record<string, unknown> }
}

/** A receiver of webhooks as a stranger would write it: a bare HTTP server and the public `standardwebhooks`. */
export type Receiver = {
  url: string
  /** Everything that came, in order. */
  seen: Received[]
  /** Secrets to verify with. */
  secrets: string[]
  plan(...behaviours: Behaviour[]): void
  /** What it does about one case, whenever; null for nothing special. */
  decide: (received: Received) => Behaviour | null
  /** Resolves once so many have come. */
  heard(count: number): Promise<void>
  /** The most that were open at once. */
  mostOpen(): number
  /** Answers what hangs. */
  release(): void
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const plans: Behaviour[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const hanging: ServerResponse[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    open += 1
    most = Math.max(most, open)
    response.on('close', () => {
      open -= 1
    })
    serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await text(request)
    const { headers } = request
    const signedWith = receiver.secrets.filter((secret) => isSigned(secret, headers, raw))
    const received = { signedWith, headers, id: String(headers['webhook-id']), raw, body: JSON.parse(raw) }
    receiver.seen.push(received)
    for (const one of waiting) if (receiver.seen.length >= one.count) one.resolve()
    behave(receiver.decide(received) ?? plans.shift() ?? 'take', response)
  }

  function behave(behaviour: Behaviour, response: ServerResponse): void {
    switch (behaviour) {
      case 'take':
        response.writeHead(204).end()
        return
      case 'fail':
        response.writeHead(500, { 'content-type': 'text/plain' }).end('out of\0order 🔧')
        return
      case 'refuse':
        response.writeHead(422).end('{"error":"no such shop"}')
        return
      case 'redirect':
        response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end()
        return
      case 'hang':
        hanging.push(response)
        return
      case 'cut':
        response.destroy()
        return
      case 'flood':
        response.writeHead(200)
        response.end(Buffer.alloc(10_000_000, 'x'))
        return
      case 'stall':
        response.writeHead(200)
        response.write('it came')
        hanging.push(response)
        return
      case 'babble':
        response.socket?.end('I am no HTTP server\r\n\r\n')
        return
      case 'switchProtocols':
        response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    seen: [],
    secrets: [],
    plan: (...behaviours) => void plans.push(...behaviours),
    decide: () => null,
    heard: (count) =>
      new Promise((resolve) => {
        if (receiver.seen.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    mostOpen: () => most,
    release() {
      for (const response of hanging.splice(0)) response.headersSent ? response.end() : response.writeHead(200).end()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}

function isSigned(secret: string, headers: IncomingMessage['headers'], raw: string): boolean {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  try {
    new Webhook(secret).verify(raw, given)
    return true
  } catch {
    return false
  }
}
