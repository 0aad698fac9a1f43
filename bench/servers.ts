import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { ensureBuild } from '@/scripts/build'
import { type Running, run } from '@/tests/support/running'

/** What is measured, each in a process of its own. */

export type Server = Running

/** The same for all of them, as where several serve one database. */
export const SECRET = randomBytes(32).toString('hex')

/** The least that Next.js can be, and the same with one server action, which makes its scripts larger. */
export type Bare = 'bare' | 'bare-action'

/** Builds the product (unless it is built already) and these bare apps. Throws when one cannot be built. */
export function buildWith(...bare: Bare[]): void {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  for (const app of bare) {
    const built = spawnSync(process.execPath, [next, 'build', `bench/${app}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    if (built.status !== 0) throw new Error(`The app in bench/${app} cannot be built.`)
  }
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

/** A bare app behind the same server. */
export function startBare(app: Bare = 'bare'): Promise<Server> {
  return run('bench/serve-bare.ts', { DATABASE_URL: '', AFTERDESK_OWNER_URL: '', BARE: app })
}
