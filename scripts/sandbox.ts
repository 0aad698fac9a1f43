import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '@/lib/db/migrate'
import { env, isDatabaseEmbedded, ownerUrl } from '@/lib/env'
import { runServer } from '@/scripts/server'

/** The product with demo data and a clock that can be moved; says where it is and who can sign in. */
export async function runSandbox({ dev = false } = {}): Promise<void> {
  process.env.AFTERDESK_SANDBOX ??= '1'
  const lines: string[] = []
  const address = await runServer({
    dev,
    beforeListening: async () => {
      const { isPastBroken, seedDemo } = await import('@/lib/sandbox/demo')
      // only a database of our own is ever emptied
      if (isDatabaseEmbedded() && (await isPastBroken())) await beginAnew()
      const { signIns } = await seedDemo()
      lines.push(...signIns.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email.padEnd(28)} ${password}`))
    },
  })
  console.log([`Afterdesk is at ${address}`, '', 'Sign in as', ...lines, '', 'Ctrl-C ends it.'].join('\n'))
}

/** The first start was broken off while it made the demo's past: half a past is worth nothing. */
async function beginAnew(): Promise<void> {
  const { dropEverything } = await import('@/lib/sandbox/demo/past-store')
  await dropEverything(ownerUrl() ?? '')
  await rm(join(env().AFTERDESK_DATA_DIR, 'files'), { recursive: true, force: true })
  await migrate(ownerUrl() ?? '')
}
