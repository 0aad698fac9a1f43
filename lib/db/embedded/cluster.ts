import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from '@/lib/db/embedded/binaries'
import { isAlive } from '@/lib/db/embedded/postmaster'
import type { Launcher } from '@/lib/db/embedded/program'
import { OperatorError } from '@/lib/operator-error'

// The drafts that this process works at. A process id alone does not tell: in a container it is always the same.
const drafts = new Set<string>()

const passwordFile = (dataDir: string) => join(dataDir, 'afterdesk.password')

/** The password of the cluster's one user; only who may read the data may read it. */
export function readPassword(dataDir: string): string {
  return readFileSync(passwordFile(dataDir), 'utf8').trim()
}

/**
 * Makes the database files unless they are there. They are made aside and moved into place whole, so that an
 * interruption at any moment leaves either none or all of them.
 */
export async function ensureCluster(dataDir: string, binaries: Binaries, launcher: Launcher, durable: boolean) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return
  refuseForeignFolder(dataDir)
  mkdirSync(dirname(dataDir), { recursive: true })
  removeAbandonedDrafts(dataDir)
  const draft = `${dataDir}.init-${process.pid}-${randomBytes(4).toString('hex')}`
  drafts.add(draft)
  const password = randomBytes(24).toString('hex')
  const passwordDraft = `${draft}.password`
  try {
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordDraft, password, { mode: 0o600 })
    for (const path of [draft, passwordDraft]) launcher.handOver(path)
    await runInitdb(binaries, launcher, [
      ...['-D', draft, '-U', 'postgres', '--encoding=UTF8', '--auth=scram-sha-256', '--pwfile', passwordDraft],
      ...localeArguments(binaries),
      ...(durable ? [] : ['--no-sync']),
    ])
    renameSync(passwordDraft, passwordFile(draft))
    moveIntoPlace(draft, dataDir)
  } finally {
    for (const path of [draft, passwordDraft]) rmSync(path, { recursive: true, force: true })
    drafts.delete(draft)
  }
}

function refuseForeignFolder(dataDir: string): void {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return
  throw new OperatorError(
    `${dataDir} holds files but no PostgreSQL database: empty it or choose another AFTERDESK_DATA_DIR.`,
  )
}

function removeAbandonedDrafts(dataDir: string): void {
  const prefix = `${basename(dataDir)}.init-`
  for (const name of readdirSync(dirname(dataDir))) {
    if (!name.startsWith(prefix)) continue
    const path = join(dirname(dataDir), name)
    const owner = Number.parseInt(name.slice(prefix.length), 10)
    const isInWork = owner === process.pid ? drafts.has(path.replace(/\.password$/, '')) : isAlive(owner)
    if (!isInWork) rmSync(path, { recursive: true, force: true })
  }
}

// The builtin provider sorts by code point everywhere alike; older versions get the same order from the system.
function localeArguments({ major }: Binaries): string[] {
  return major >= 17
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8', '--lc-messages=C']
}

async function runInitdb(binaries: Binaries, launcher: Launcher, args: string[]): Promise<void> {
  const child = launcher.start(binaries.initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8')
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0)
    throw new OperatorError(`PostgreSQL could not make its database files: ${complaint.trim() || `exit ${code}`}`)
}

function moveIntoPlace(draft: string, dataDir: string): void {
  // Renaming onto an empty folder works on some systems only; removing a folder that is not empty works on none.
  if (existsSync(dataDir) && readdirSync(dataDir).length === 0) rmdirSync(dataDir)
  try {
    renameSync(draft, dataDir)
  } catch (error) {
    // Another process that started at the same moment was first: its files are as good as ours.
    if (!existsSync(join(dataDir, 'PG_VERSION'))) throw error
  }
}
