import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'

/** What sessions are signed with: AFTERDESK_SECRET, else a random one that the data directory keeps. */
export function sessionSecret(): string {
  const { AFTERDESK_SECRET, AFTERDESK_DATA_DIR } = env()
  return AFTERDESK_SECRET ?? readOrCreateSecret(AFTERDESK_DATA_DIR)
}

function readOrCreateSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    createSecret(dataDir, file)
    return readFileSync(file, 'utf8').trim()
  }
}

// Written aside and linked into place: two processes that start at once agree on one, and none reads half a secret.
function createSecret(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
}
