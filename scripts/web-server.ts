import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { answerUnknownMethod } from '@/lib/api/unknown-method'
import { answerUnreadablePath } from '@/lib/api/unreadable-path'
import { keepExactLength } from '@/lib/files/exact-length'
import { logger } from '@/lib/logger'
import { OperatorError } from '@/lib/operator-error'
import { shutdown } from '@/lib/shutdown'
import { closeAnswer } from '@/scripts/closed-answer'
import { noteRefusal } from '@/scripts/note-refusal'
import { findPacked, takeWhole } from '@/scripts/packed-static'

export interface WebServer {
  /** Where a browser finds it. */
  address: string
  close(): Promise<void>
}

export interface Place {
  host: string
  port: number
}

// How long a request that is under way may still take once the process is asked to end.
const GRACE_MS = 700

/** The place with its port, which is found when it is 0. Throws a sentence when host or port cannot be had. */
export async function findFreePlace(place: Place): Promise<Place> {
  const probe = createServer()
  const { port } = await listen(probe, place)
  probe.close()
  await once(probe, 'close')
  return { ...place, port }
}

/** Serves the app of this folder: its production build, or its sources when `dev`. */
export async function startWebServer(place: Place, dev: boolean): Promise<WebServer> {
  const { default: next } = await import('next')
  const app = next({ dev, quiet: !dev, dir: process.cwd(), hostname: place.host, port: place.port })
  // as `next start` does: an action that redirects asks this server, not the proxy's protocol on our port
  process.env.__NEXT_PRIVATE_ORIGIN ??= `http://${nameHost(place.host)}:${place.port}`
  await app.prepare()
  const handle = app.getRequestHandler()
  const takePacked = dev ? undefined : findPacked('.next')
  const server = createServer((request, response) => {
    closeAnswer(request, response)
    noteRefusal(request, response, logger())
    if (answerUnknownMethod(request, response) || answerUnreadablePath(request, response)) return
    keepExactLength(response)
    takeWhole(request)
    takePacked?.(request, response)
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  // longer than a load balancer keeps its connections, so that it is never the one to find them closed
  server.keepAliveTimeout = 65_000
  const { port } = await listen(server, place)
  return { address: `http://${nameHost(place.host)}:${port}`, close: () => closeServer(server) }
}

async function listen(server: Server, { host, port }: Place): Promise<AddressInfo> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explainListenError(error, host, port)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  return address
}

function explainListenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new OperatorError(`Port ${port} is taken on ${host}: end what runs there, or choose another with PORT=…`)
  }
  if (code === 'EACCES') return new OperatorError(`Port ${port} is not for everyone: choose one above 1023 with PORT=…`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new OperatorError(`${host} is no address of this machine: set HOST to one that is, such as 127.0.0.1.`)
  }
  return error
}

function nameHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

// Open streams would keep the server from closing for ever: they end themselves on shutdown, the rest is cut off.
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((settle) => server.close(() => settle()))
  await Promise.race([shutdown(), wait(GRACE_MS, undefined, { ref: false })])
  server.closeIdleConnections()
  await Promise.race([closed, wait(GRACE_MS, undefined, { ref: false })])
  server.closeAllConnections()
}
