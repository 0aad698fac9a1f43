import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '@/lib/db/embedded'
import { PLATFORM_KEY } from './fixtures'

/** A web process of its own beside the one of the journeys, on the same database. */
export type SecondProcess = { address: string; stop(): Promise<void> }

export async function startSecondProcess(): Promise<SecondProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      AFTERDESK_SANDBOX: '1',
      AFTERDESK_DATA_DIR: readDataDir(),
      AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
    },
  })
  return { address: await readAddress(child), stop: () => stop(child) }
}

/** Ends every process's connection to the news in the database. They make another by themselves. */
export async function cutOffNews(): Promise<void> {
  const { url } = await startPostgres({ dataDir: join(readDataDir(), 'postgres') })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "application_name" = 'afterdesk-bus'`,
  )
  await client.end()
  if (!rowCount) throw new Error('Nobody listened.')
}

function readDataDir(): string {
  const dir = process.env.AFTERDESK_E2E_DATA_DIR
  if (dir === undefined) throw new Error('The journeys keep no data.')
  return dir
}

async function readAddress(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += String(chunk)
    const address = /Afterdesk is at (\S+)/.exec(output)?.[1]
    if (address) {
      child.stdout?.resume()
      return address
    }
  }
  throw new Error(`The second process did not start: ${output}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
