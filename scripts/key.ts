import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createKey, type KeyHolder, listKeys, revokeKey } from '@/lib/auth/api-keys'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { adoptEmbeddedDatabase, env } from '@/lib/env'
import { OperatorError } from '@/lib/operator-error'

const USAGE = `Keys of the API.

  npm run key -- create --platform <name>
  npm run key -- create --shop <id> --role AGENT|MANAGER <name>
  npm run key -- list
  npm run key -- revoke <prefix>`

/** What was typed makes no sense; the usage is printed with it. */
class UsageError extends OperatorError {}

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { platform: { type: 'boolean' }, shop: { type: 'string' }, role: { type: 'string' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function run(): Promise<string> {
  const { values, positionals } = readArgs()
  const [command, subject] = positionals
  switch (command) {
    case 'create':
      return create(readHolder(values, subject?.trim()))
    case 'list':
      return list()
    case 'revoke':
      return revoke(subject)
    default:
      throw new UsageError(command ? `There is no command ${command}.` : 'Say what to do.')
  }
}

function readHolder({ platform, shop, role }: ReturnType<typeof readArgs>['values'], name?: string): KeyHolder {
  if (!name) throw new UsageError('A key needs a name, to be known by in the list.')
  if (platform && (shop || role)) throw new UsageError('A key is the platform’s or a shop’s, not both.')
  if (platform) return { name, shopId: null }
  if (!shop) throw new UsageError('Say whose key it is: --platform, or --shop <id>.')
  if (role !== 'AGENT' && role !== 'MANAGER') throw new UsageError('--role is AGENT or MANAGER.')
  return { name, shopId: shop, role }
}

async function create(holder: KeyHolder): Promise<string> {
  return withDatabase(async () => {
    const key = await createKey(holder)
    if (key === null) throw new OperatorError(`There is no shop ${holder.shopId}.`)
    return `${key}\n\nThis is the only time that it is shown.`
  })
}

async function list(): Promise<string> {
  const keys = await withDatabase(listKeys)
  const lines = keys.map(({ prefix, shopId, role, name, lastUsedAt, revokedAt }) => {
    const whose = shopId === null ? 'platform' : `${shopId} ${role}`
    const state = revokedAt ? `revoked ${revokedAt.toISOString()}` : `last used ${lastUsedAt?.toISOString() ?? 'never'}`
    return `${prefix.padEnd(22)}${whose.padEnd(28)}${name.padEnd(24)}${state}`
  })
  return lines.length > 0 ? lines.join('\n') : 'There are no keys.'
}

async function revoke(prefix: string | undefined): Promise<string> {
  if (!prefix) throw new UsageError('Say which key: its beginning, as the list shows it.')
  const revoked = await withDatabase(() => revokeKey(prefix))
  if (revoked === 0) throw new OperatorError(`No valid key begins with ${prefix}.`)
  return `${revoked === 1 ? 'The key' : `${revoked} keys`} beginning with ${prefix} opens nothing any more.`
}

/** The database of DATABASE_URL, else the one of the data directory, whether the server runs at the moment or not. */
async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, AFTERDESK_DATA_DIR } = env()
  const embedded = DATABASE_URL ? null : await startPostgres({ dataDir: join(AFTERDESK_DATA_DIR, 'postgres') })
  try {
    if (embedded) adoptEmbeddedDatabase(embedded.url)
    await migrate(DATABASE_URL ?? embedded?.url ?? '')
    return await work()
  } finally {
    await closePool()
    await embedded?.stop()
  }
}

try {
  console.log(await run())
} catch (error) {
  process.exitCode = 1
  const known = error instanceof OperatorError ? error.message : error
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : known)
}
