import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { ensureBuild } from '@/scripts/build'
import { type Running, run } from '@/tests/support/running'

/** What is measured, each in a process of its own. */

export type Server = Running

/** The same for all of them, as where several serve one database. */
export const SECRET = randomBytes(32).toString('hex')

/** Builds the product (unless it is built already) and the bare app. Throws when either cannot be built. */
export function buildBoth(): void {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const bare = spawnSync(process.execPath, [next, 'build', 'bench/bare'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (bare.status !== 0) throw new Error('The bare app cannot be built.')
  if (!ensureBuild()) throw new Error('The product cannot be built.')
}

/**
 * The product as `npm start` runs it, on the database at `url`. Refunds are paid elsewhere unless told, as where there is
 * much to pay: what is measured is answering.
 */
export function startProduct(
  url: string,
  { worker = 'outside' }: { worker?: 'inside' | 'outside' } = {},
): Promise<Server> {
  return run('scripts/serve.ts', {
    DATABASE_URL: url,
    AFTERDESK_SECRET: SECRET,
    AFTERDESK_WORKER: worker,
    // on, as in production, and out of reach
    AFTERDESK_RATE_LIMIT_PLATFORM: '1000000',
    AFTERDESK_RATE_LIMIT_SHOP: '1000000',
    LOG_LEVEL: 'warn',
  })
}

/** `Response.json({ ok: true })` behind the same server. */
export function startBare(): Promise<Server> {
  return run('bench/bare/serve.ts', { DATABASE_URL: '', AFTERDESK_OWNER_URL: '' })
}
