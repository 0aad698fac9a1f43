import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, findBundledBinaries } from '@/lib/db/embedded/binaries'
import { ensureCluster, readPassword } from '@/lib/db/embedded/cluster'
import { appAddress, ensureAppLogin } from '@/lib/db/embedded/login'
import { findPostmaster, removeStalePidFile } from '@/lib/db/embedded/postmaster'
import { prepareLauncher } from '@/lib/db/embedded/program'
import { launchServer, READY_WITHIN_MS } from '@/lib/db/embedded/server'
import { OperatorError } from '@/lib/operator-error'

export interface StartOptions {
  dataDir: string
  /** Which PostgreSQL; the one that npm installed unless told. */
  binaries?: Binaries
  /** false gives up safety against a power cut for speed: tests only. */
  durable?: boolean
}

export interface EmbeddedPostgres {
  /** The owner's, who may do anything. */
  url: string
  /** The application's, which sees of the shops' rows what its transactions name. */
  appUrl: string
  /** Another process started this server and will end it; `stop` does nothing then. */
  attached: boolean
  pid: number
  /** Resolves when the server that we started has ended, for whatever reason; never for an attached one. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Starts PostgreSQL on the data directory, which is made when missing, or attaches to the one that runs on it. */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const { binaries = findBundledBinaries(), durable = true } = options
  const dataDir = canonicalPath(options.dataDir)
  const launcher = prepareLauncher()
  // Two processes may start at once, or another program may take the port: the loser looks again.
  for (let attempt = 1; ; attempt++) {
    const running = await attachPostgres(dataDir)
    if (running) return running
    await ensureCluster(dataDir, binaries, launcher, durable)
    try {
      const server = await launchServer(dataDir, binaries, launcher, durable)
      return { ...server, ...(await addressesOf(dataDir, server.port)), attached: false }
    } catch (error) {
      if (attempt === 3) throw error
      await wait(100)
    }
  }
}

// The server shows its data directory in its command line; symbolic links must not hide that two paths are one.
function canonicalPath(path: string): string {
  const parent = dirname(resolve(path))
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  return existsSync(path) ? realpathSync(path) : join(realpathSync(parent), basename(path))
}

const addressOf = (dataDir: string, port: number) =>
  `postgresql://postgres:${readPassword(dataDir)}@127.0.0.1:${port}/postgres`

async function addressesOf(dataDir: string, port: number): Promise<{ url: string; appUrl: string }> {
  const url = addressOf(dataDir, port)
  await ensureAppLogin(url)
  return { url, appUrl: appAddress(url) }
}

async function attachPostgres(dataDir: string): Promise<EmbeddedPostgres | null> {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const server = findPostmaster(dataDir)
    if (!server) {
      removeStalePidFile(dataDir)
      return null
    }
    if (server.status === 'ready' && (await answers(addressOf(dataDir, server.port)))) {
      const urls = await addressesOf(dataDir, server.port)
      return { ...urls, attached: true, pid: server.pid, ended: new Promise(() => {}), stop: async () => {} }
    }
    if (Date.now() > deadline) {
      throw new OperatorError(
        `PostgreSQL (process ${server.pid}) holds ${dataDir} but does not answer: end it and try again.`,
      )
    }
    await wait(20)
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
