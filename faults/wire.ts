import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between the product and PostgreSQL, and is not always kind to what passes. */
export type Wire = {
  port: number
  /** Where new connections lead from now on. */
  lead(port: number): void
  /** Cuts this share of the connections, in the middle of whatever they carry. Returns how many. */
  drop(share: number, next: () => number): number
  /** Everything, in both directions, takes so much longer; 0 ends it. In ms. */
  delay(byMs: number): void
  close(): Promise<void>
}

export async function startWire(): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let target = 0
  let delayMs = 0

  function cut(pair: readonly [Socket, Socket]): void {
    pairs.delete(pair)
    for (const socket of pair) socket.destroy()
  }

  const server = createServer((client) => {
    const upstream = connect({ port: target, host: '127.0.0.1' })
    const pair = [client, upstream] as const
    pairs.add(pair)
    for (const [from, to] of [pair, [upstream, client] as const]) {
      from.setNoDelay(true)
      from.on('data', (chunk) => pass(from, () => to.write(chunk)))
      from.on('error', () => cut(pair))
      from.on('close', () => cut(pair))
    }
  })

  /** One chunk at a time, so that what is late stays in order. */
  function pass(from: Socket, write: () => boolean): void {
    if (delayMs === 0) {
      write()
      return
    }
    from.pause()
    setTimeout(() => {
      write()
      from.resume()
    }, delayMs)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the wire listens on no port')
  return {
    port: address.port,
    lead: (port) => {
      target = port
    },
    drop(share, next) {
      const chosen = [...pairs].filter(() => next() < share)
      for (const pair of chosen) cut(pair)
      return chosen.length
    },
    delay: (byMs) => {
      delayMs = byMs
    },
    async close() {
      for (const pair of [...pairs]) cut(pair)
      server.close()
      await once(server, 'close')
    },
  }
}
