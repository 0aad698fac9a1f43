import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@/lib/operator-error'
import { ensureBuild } from '@/scripts/build'
import type { Finding } from './check/finding'
import { parseOptions, type RunOptions } from './options'
import { rehearse } from './rehearse'
import { formatRun, type Run } from './report'
import { createTally } from './tally'
import { startWorld } from './world'

/**
 * Real processes under a real load, and everything that can happen to them:
 * `npm run faults -- [--seed 8] [--seconds 25] [--webs 3] [--workers 3] [--buyers 4] [--every 1800]`. The same seed plans the same faults.
 * Ends with 1 when the checker finds anything, and then leaves the processes' logs and the database behind.
 */
try {
  const options = parseOptions(process.argv.slice(2))
  if (!ensureBuild()) throw new OperatorError('The product cannot be built.')
  process.exitCode = (await runFaults(options)) ? 0 : 1
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function runFaults(options: RunOptions): Promise<boolean> {
  const begun = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'afterdesk-faults-'))
  const tallies = { faults: createTally(), answers: createTally(), gateway: createTally(), receiver: createTally() }
  const deaths: Finding[] = []
  const onDeath = (name: string, how: string) => void deaths.push({ kind: 'processDied', subject: name, text: how })
  const world = await startWorld({ ...options, folder, tallies, onDeath })
  process.once('SIGINT', () => void world.stop().then(() => process.exit(130)))
  let sound = false
  try {
    const met = await rehearse(world, { options, tallies })
    const seconds = (performance.now() - begun) / 1000
    const run: Run = { ...met, options, tallies, seconds, findings: [...deaths, ...met.findings] }
    console.log(formatRun(run))
    sound = run.findings.length === 0
  } finally {
    await world.stop()
    if (sound) rmSync(folder, { recursive: true, force: true })
    else console.log(`The database and the logs of the processes are in ${folder}.`)
  }
  return sound
}
