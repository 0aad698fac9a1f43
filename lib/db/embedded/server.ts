import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from '@/lib/db/embedded/binaries'
import { findPostmaster, isAlive } from '@/lib/db/embedded/postmaster'
import type { Launcher } from '@/lib/db/embedded/program'
import { OperatorError } from '@/lib/operator-error'

export const READY_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 1_500

// PostgreSQL's defaults suit a far smaller machine than any that runs the desk; memory is only taken as it is used.
const MEMORY = { shared_buffers: '512MB', effective_cache_size: '2GB', random_page_cost: '1.1', jit: 'off' }

export interface RunningServer {
  port: number
  pid: number
  ended: Promise<void>
  stop(): Promise<void>
}

/** Starts the server on existing database files and waits until it takes connections. */
export async function launchServer(
  dataDir: string,
  binaries: Binaries,
  launcher: Launcher,
  durable: boolean,
): Promise<RunningServer> {
  const port = await findFreePort()
  const logFile = `${dataDir}.log`
  const log = openSync(logFile, 'a', 0o600)
  const child = launcher.start(binaries.postgres, serverArguments(dataDir, port, durable), {
    stdio: ['ignore', 'ignore', log],
  })
  closeSync(log)
  const ended = new Promise<void>((settle) => {
    child.once('error', () => settle())
    child.once('close', () => settle())
  })
  await waitUntilReady(dataDir, child, ended, logFile)
  return { port, pid: child.pid ?? 0, ended, stop: () => stopServer(child, ended) }
}

function serverArguments(dataDir: string, port: number, durable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A refused statement is the application's to log; here it would only copy people's data into a file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    ...MEMORY,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }),
  }
  return ['-D', dataDir, '-p', String(port), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
}

async function waitUntilReady(dataDir: string, child: ChildProcess, ended: Promise<void>, logFile: string) {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const server = findPostmaster(dataDir)
    if (server?.status === 'ready' && server.pid === child.pid) return
    const over = await Promise.race([ended.then(() => true), wait(20, false)])
    if (over || Date.now() > deadline) {
      child.kill('SIGQUIT')
      throw new OperatorError(`PostgreSQL did not start on ${dataDir}: ${readLastLines(logFile)}`)
    }
  }
}

function readLastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' / ') : 'it says nothing'
}

// A fast shutdown first; one that takes too long is cut short, and the next start replays the log.
async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  const stopped = await Promise.race([ended.then(() => true), wait(STOP_WITHIN_MS, false, { ref: false })])
  if (stopped || child.pid === undefined || !isAlive(child.pid)) return
  child.kill('SIGQUIT')
  await ended
}

async function findFreePort(): Promise<number> {
  return new Promise((settle, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => settle(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
