import { join } from 'node:path'
import { appAddress } from '@/lib/db/embedded/login'
import { findFreePlace } from '@/scripts/web-server'
import { createChance } from './chance'
import { type Cluster, startCluster } from './cluster'
import { type Gateway, startGateway } from './gateway'
import type { RunOptions } from './options'
import { type Program, superviseProgram } from './program'
import { type Receiver, startReceiver } from './receiver'
import type { Tally } from './tally'
import { startWire, type Wire } from './wire'

/** The product as it runs for real, and everything around it. */
export type World = {
  cluster: Cluster
  wire: Wire
  gateway: Gateway
  receiver: Receiver
  webs: readonly Program[]
  workers: readonly Program[]
  /** Where the web processes that are up can be reached. */
  addresses: () => string[]
  stop(): Promise<void>
}

export const PLATFORM_KEY = 'a-platform-key-of-this-run-only-0123456789'
const SECRET = 'a-secret-of-this-run-only-0123456789-abcdef'
const PAYMENT_SECRET = 'a-payment-secret-of-this-run-only-0123456789'

export type WorldOptions = RunOptions & {
  folder: string
  tallies: { gateway: Tally; receiver: Tally }
  onDeath: (name: string, how: string) => void
}

/** Starts it all; what fails on the way takes the rest along. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }
  try {
    return { ...(await start(options, closers)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(options: WorldOptions, closers: (() => Promise<void>)[]): Promise<Omit<World, 'stop'>> {
  const { seed, folder, tallies } = options
  const opened = <T extends { close(): Promise<void> }>(thing: T): T => {
    closers.push(() => thing.close())
    return thing
  }
  const wire = opened(await startWire())
  const cluster = await startCluster(folder, wire)
  closers.push(() => cluster.stop())
  const receiver = opened(await startReceiver({ chance: createChance(seed, 'receiver'), tally: tallies.receiver }))
  const webs: Program[] = []
  const workers: Program[] = []
  const addresses = () => webs.flatMap((web) => web.place() ?? [])
  const callbacks = createChance(seed, 'callbacks')
  const gateway = opened(
    await startGateway({
      secret: PAYMENT_SECRET,
      chance: createChance(seed, 'gateway'),
      tally: tallies.gateway,
      callbackUrl: () => (addresses().length > 0 ? `${callbacks.pick(addresses())}/api/payment-callback` : null),
    }),
  )
  closers.push(() => Promise.all([...webs, ...workers].map((program) => program.stop())).then(() => undefined))
  const env = productEnv({ url: cluster.url, folder, paymentUrl: gateway.url })
  const supervise = (name: string, script: string, saysUp: RegExp, more: Record<string, string> = {}) =>
    superviseProgram({
      name,
      script,
      saysUp,
      env: { ...env, ...more },
      logFile: join(folder, `${name}.log`),
      onDeath: (how) => options.onDeath(name, how),
    })
  for (let n = 0; n < options.webs; n++) {
    // each keeps its port, also when it is started again
    const { port } = await findFreePlace({ host: '127.0.0.1', port: 0 })
    const web = supervise(`web-${n}`, 'scripts/serve.ts', / is at (\S+)/, { PORT: String(port) })
    webs.push(web)
    // the first one migrates, alone
    if (n === 0) await web.up()
  }
  for (let n = 0; n < options.workers; n++) workers.push(supervise(`worker-${n}`, 'worker.ts', /The worker is at work/))
  await Promise.all([...webs, ...workers].map((program) => program.up()))
  return { cluster, wire, gateway, receiver, webs, workers, addresses }
}

function productEnv({ url, folder, paymentUrl }: { url: string; folder: string; paymentUrl: string }) {
  return {
    DATABASE_URL: appAddress(url),
    AFTERDESK_OWNER_URL: url,
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    AFTERDESK_WORKER: 'outside',
    AFTERDESK_DATA_DIR: folder,
    AFTERDESK_SECRET: SECRET,
    AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
    // deadlines of days have to end within seconds: the clock leaps, and nobody is held to a rate
    AFTERDESK_SANDBOX: '1',
    AFTERDESK_SANDBOX_ALLOW: '1',
    AFTERDESK_WEBHOOK_ALLOW_PRIVATE: '1',
    AFTERDESK_PAYMENT_URL: paymentUrl,
    AFTERDESK_PAYMENT_SECRET: PAYMENT_SECRET,
    // three and three of them share the hundred connections of a PostgreSQL as it comes
    AFTERDESK_POOL_MAX: '8',
  }
}
