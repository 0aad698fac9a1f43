import { constants, getPriority, setPriority } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { checkAppLogin } from '@/lib/db/app-login'
import { findMissingMigrations } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { env } from '@/lib/env'
import { refuseMovedClock } from '@/lib/sandbox/clock'
import { startWorker } from '@/lib/worker'
import { closeAtEnd, endOnSignals, failStart, giveUp } from '@/scripts/lifecycle'
import { redactConsole } from '@/scripts/redact-console'

const LOOK_EVERY_MS = 2_000

// where both share a machine, whoever waits for a page comes first
setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))

/** Sweep and jobs in a process of their own, any number of them beside web processes with AFTERDESK_WORKER=outside. */
async function runWorker(): Promise<void> {
  const { DATABASE_URL } = env()
  redactConsole()
  if (DATABASE_URL === undefined) {
    await giveUp('DATABASE_URL is missing: a worker of its own works on the database that the web processes use.')
  } else {
    await waitForMigrations(DATABASE_URL)
    closeAtEnd(closePool)
    await checkAppLogin()
    await refuseMovedClock()
    const worker = await startWorker()
    closeAtEnd(() => worker.stop())
    console.log('The worker is at work.')
  }
}

// The web process migrates; a worker that comes first waits rather than work on tables that are not there.
async function waitForMigrations(url: string): Promise<void> {
  for (let told = false; ; told = true) {
    const missing = await findMissingMigrations(url)
    if (missing.length === 0) return
    if (!told) console.log(`The database lacks ${missing.join(', ')}: waiting until a web process has migrated it.`)
    await wait(LOOK_EVERY_MS)
  }
}

Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
endOnSignals()
try {
  await runWorker()
} catch (error) {
  await failStart(error)
}
