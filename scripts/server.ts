import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { checkAppLogin } from '@/lib/db/app-login'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { adoptEmbeddedDatabase, env, ownerUrl } from '@/lib/env'
import { hasBuild } from '@/scripts/build'
import { closeAtEnd, endOnSignals, failStart, giveUp } from '@/scripts/lifecycle'
import { redactConsole } from '@/scripts/redact-console'
import { findFreePlace, startWebServer } from '@/scripts/web-server'

export interface ServerOptions {
  /** Serves the sources and recompiles them as they change. */
  dev?: boolean
  /** What has to be in the database before the first request. */
  beforeListening?: () => Promise<void>
}

/**
 * The whole product in one process: database, migrations, worker, web. Returns the address once it can serve; the
 * process then ends on a signal. What keeps it from starting is said in a sentence, with exit code 1.
 */
export async function runServer(options: ServerOptions = {}): Promise<string> {
  const dev = options.dev ?? false
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  // on a large machine V8 would let the heap grow to several times what is in use before it collects
  setFlagsFromString('--heap-growing-percent=40')
  endOnSignals()
  try {
    return await start(dev, options.beforeListening)
  } catch (error) {
    return failStart(error)
  }
}

async function start(dev: boolean, beforeListening?: () => Promise<void>): Promise<string> {
  const { DATABASE_URL, HOST, PORT, AFTERDESK_WORKER } = env()
  redactConsole()
  if (!dev && !hasBuild()) return giveUp('There is no build to serve: run `npm run build` first.')
  const place = await findFreePlace({ host: HOST, port: PORT })
  if (DATABASE_URL === undefined) await startEmbeddedDatabase()
  closeAtEnd(closePool)
  await migrate(ownerUrl() ?? '')
  await checkAppLogin()
  const { refuseMovedClock } = await import('@/lib/sandbox/clock')
  await refuseMovedClock()
  await beforeListening?.()
  if (AFTERDESK_WORKER === 'inside') {
    const { startWorker } = await import('@/lib/worker')
    const worker = await startWorker()
    closeAtEnd(() => worker.stop())
  }
  const web = await startWebServer(place, dev)
  closeAtEnd(() => web.close())
  return web.address
}

async function startEmbeddedDatabase(): Promise<void> {
  const server = await startPostgres({ dataDir: join(env().AFTERDESK_DATA_DIR, 'postgres') })
  let stopping = false
  closeAtEnd(() => {
    stopping = true
    return server.stop()
  })
  void server.ended.then(() => (stopping ? undefined : giveUp('The database ended unexpectedly; see its log.')))
  adoptEmbeddedDatabase(server)
}
