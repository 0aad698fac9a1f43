import pg from 'pg'
import { z } from 'zod'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'

/**
 * What processes tell each other through the database: these cases changed, a setting of the shop did, this user came to a
 * case of the shop or left one, the sandbox's clock moved, somebody has read notices, or what somebody may see is another
 * now.
 */
const newsSchema = z.union([
  z.object({ shopId: z.string(), nos: z.array(z.string()) }),
  z.object({ shopId: z.string(), settings: z.literal(true) }),
  z.object({ shopId: z.string(), presence: z.string() }),
  z.object({ reader: z.string() }),
  z.object({ standing: z.string() }),
  z.object({ clock: z.literal(true) }),
])
/** `missed`: the connection was lost for a while, anything may have changed. */
export type News = z.infer<typeof newsSchema> | { missed: true }
type Listener = (news: News) => void

const RECONNECT_MS = 1000

const state = () =>
  processWide('bus', (): { listeners: Set<Listener>; client?: pg.Client | undefined; closed: boolean } => ({
    listeners: new Set(),
    closed: false,
  }))

/** Hears every news from now on, over one connection per process. Returns how to stop. */
export function subscribe(listener: Listener): () => void {
  const bus = state()
  bus.listeners.add(listener)
  bus.closed = false
  if (!bus.client) connect()
  return () => bus.listeners.delete(listener)
}

export async function closeBus(): Promise<void> {
  const bus = state()
  bus.closed = true
  bus.listeners.clear()
  const client = bus.client
  bus.client = undefined
  await client?.end().catch(() => undefined)
}

function connect(): void {
  const bus = state()
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'afterdesk-bus',
    keepAlive: true,
    // a connection that a firewall dropped is noticed within seconds, not hours
    keepAliveInitialDelayMillis: 10_000,
  })
  bus.client = client
  client.on('notification', ({ payload }) => tell(payload))
  client.on('error', () => reconnect(client))
  client.on('end', () => reconnect(client))
  client
    .connect()
    .then(() => client.query('LISTEN afterdesk'))
    // whoever subscribed before we listened may have missed something
    .then(() => broadcast({ missed: true }))
    .catch(() => reconnect(client))
}

function reconnect(lost: pg.Client): void {
  const bus = state()
  if (bus.closed || bus.client !== lost) return
  bus.client = undefined
  lost.removeAllListeners()
  lost.on('error', () => undefined)
  lost.end().catch(() => undefined)
  setTimeout(() => {
    if (!bus.closed && !bus.client && bus.listeners.size > 0) connect()
  }, RECONNECT_MS).unref()
}

function tell(payload: string | undefined): void {
  try {
    broadcast(newsSchema.parse(JSON.parse(payload ?? '')))
  } catch (error) {
    logger().warn({ err: error, payload }, 'a notification that nobody understands')
  }
}

function broadcast(news: News): void {
  for (const listener of state().listeners) listener(news)
}
