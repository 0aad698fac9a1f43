import { parseArgs } from 'node:util'
import { addKey, type KeyKeeper, revokeKey, rotateKey } from '@/lib/api-keys/change-keys'
import { keyNameSchema } from '@/lib/api-keys/commands'
import { DEFAULT_OVERLAP, OVERLAP_CHOICES, type Overlap } from '@/lib/api-keys/domain/api-key'
import { findKeysBeginning, listKeys } from '@/lib/api-keys/queries'
import type { ApiKeyView } from '@/lib/api-keys/views'
import { type KeyHolder, OPERATOR } from '@/lib/auth/api-keys'
import { OperatorError } from '@/lib/operator-error'
import { explainKeyRefusal, tabulateKeys } from './key-text'
import { withDatabase } from './with-database'

const USAGE = `Keys of the API.

  npm run key -- create --platform <name>
  npm run key -- create --shop <id> --role AGENT|MANAGER <name>
  npm run key -- list [--platform | --shop <id>]
  npm run key -- rotate <prefix> [--overlap ${OVERLAP_CHOICES.join('|')}]
  npm run key -- revoke <prefix>

A key is named by its beginning, as the list shows it; of a key found where it should not lie, the whole will do. A
rotated key goes on working for the overlap (${DEFAULT_OVERLAP}), beside the new one.`

/** What was typed makes no sense; the usage is printed with it. */
class UsageError extends OperatorError {}

type Options = ReturnType<typeof readArgs>['values']

const KEEPER: KeyKeeper = { scope: { kind: 'PLATFORM' }, actor: OPERATOR }

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        platform: { type: 'boolean' },
        shop: { type: 'string' },
        role: { type: 'string' },
        overlap: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function run(): Promise<string> {
  const { values, positionals } = readArgs()
  const [command, subject, ...rest] = positionals
  if (rest.length > 0) throw new UsageError('That is one word too many; a name of several words needs quotes.')
  switch (command) {
    case 'create':
      return create(readHolder(values, subject))
    case 'list':
      return list(values)
    case 'rotate':
      return rotate(readPrefix(subject), readOverlap(values))
    case 'revoke':
      return revoke(readPrefix(subject))
    default:
      throw new UsageError(command ? `There is no command ${command}.` : 'Say what to do.')
  }
}

function readHolder({ platform, shop, role }: Options, typed = ''): KeyHolder {
  const name = keyNameSchema.safeParse(typed)
  if (!name.success) throw new UsageError('A key needs a name of 1 to 64 characters, to be known by in the list.')
  if (platform && (shop || role)) throw new UsageError('A key is the platform’s or a shop’s, not both.')
  if (platform) return { name: name.data, shopId: null }
  if (!shop) throw new UsageError('Say whose key it is: --platform, or --shop <id>.')
  if (role !== 'AGENT' && role !== 'MANAGER') throw new UsageError('--role is AGENT or MANAGER.')
  return { name: name.data, shopId: shop, role }
}

function readPrefix(typed: string | undefined): string {
  if (!typed?.trim()) throw new UsageError('Say which key: its beginning, as the list shows it.')
  return typed.trim()
}

function readOverlap({ overlap = DEFAULT_OVERLAP }: Options): Overlap {
  const chosen = OVERLAP_CHOICES.find((choice) => choice === overlap)
  if (!chosen) throw new UsageError(`--overlap is one of ${OVERLAP_CHOICES.join(', ')}.`)
  return chosen
}

async function create(holder: KeyHolder): Promise<string> {
  return withDatabase(async () => {
    const made = await addKey(OPERATOR, holder)
    if (!made.ok) throw new OperatorError(explainKeyRefusal(made.refusal))
    return `${made.token}\n\nThis is the only time that it is shown.`
  })
}

async function list({ platform, shop }: Options): Promise<string> {
  if (platform && shop) throw new UsageError('The platform’s keys or a shop’s, not both.')
  const keys = await withDatabase(() => listKeys(shop ? { shopId: shop } : platform ? 'PLATFORM' : 'ALL'))
  return keys.length > 0 ? tabulateKeys(keys) : 'There are no keys.'
}

async function rotate(prefix: string, overlap: Overlap): Promise<string> {
  return withDatabase(async () => {
    const rotated = await rotateKey(KEEPER, (await findOne(prefix)).id, overlap)
    if (!rotated.ok) throw new OperatorError(explainKeyRefusal(rotated.refusal))
    const until = new Date(rotated.oldValidUntil).toISOString()
    const old = overlap === '0' ? 'opens nothing any more' : `works until ${until}`
    return `${rotated.token}\n\nThis is the only time that it is shown. ${rotated.oldPrefix} ${old}.`
  })
}

async function revoke(prefix: string): Promise<string> {
  return withDatabase(async () => {
    const revoked = await revokeKey(KEEPER, (await findOne(prefix)).id)
    if (!revoked.ok) throw new OperatorError(explainKeyRefusal(revoked.refusal))
    return `${revoked.prefix} (${revoked.name}) opens nothing any more.`
  })
}

/** The one key that begins so: between several nobody but who types can choose. */
async function findOne(prefix: string): Promise<ApiKeyView> {
  const [found, ...others] = await findKeysBeginning(prefix)
  if (!found) throw new OperatorError(`No key begins with ${prefix}.`)
  if (others.length > 0)
    throw new OperatorError(`${others.length + 1} keys begin with ${prefix}:\n\n${tabulateKeys([found, ...others])}`)
  return found
}

try {
  console.log(await run())
} catch (error) {
  process.exitCode = 1
  const known = error instanceof OperatorError ? error.message : error
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : known)
}
