import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createKey } from '@/lib/auth/api-keys'
import { appAddress } from '@/lib/db/embedded/login'
import { ensureBuild } from '@/scripts/build'
import { startProduct } from './servers'
import { turnTo } from './stock'
import { type Desk, workAtDesk } from './sweeping/desk'
import { fillDue, LATER, moveClockBefore } from './sweeping/due-cases'
import { withPlaces } from './sweeping/places'
import { readPeakMb } from './sweeping/processor'
import { startWorkers } from './sweeping/real-worker'
import { findingsOf, formatStorm, isUnderWay, isUnpaid, readDecisions, type Storm } from './sweeping/storm-report'

/**
 * Everything falls due at one instant, half of it with money, while people work: `npx tsx bench/storm.ts [--cases 100000]
 * [--idle 20] [--json file]`. Two real workers, refund jobs included, and a web process that is asked for the queue and for
 * approvals all the time: first for so many seconds without a storm, then until all is decided, then until all is paid.
 */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    idle: { type: 'string', default: '20' },
    json: { type: 'string' },
  },
})
const [cases, idleSeconds] = [Number(values.cases), Number(values.idle)]
/** Cases of the same shops that only people decide: ten a second for as long as it lasts, of a tenth of them. */
const APPROVABLE = 40_000
const WORKERS = 2
const CALM_MS = 5_000

if (!ensureBuild()) throw new Error('The product cannot be built.')
await withPlaces(async (places) => {
  const at = `timestamptz '${LATER}' + CASE WHEN n > ${cases} THEN interval '1 year' ELSE interval '0' END`
  await places.make('storm', () => fillDue(cases + APPROVABLE, { ending: 'both', at }))
  await places.onCopy('storm', async (url) => {
    await turnTo(url)
    const key = await createKey({ name: 'bench', shopId: 'big', role: 'AGENT' })
    if (!key) throw new Error('There is no key.')
    const web = await startProduct(appAddress(url))
    const workers = await startWorkers(WORKERS, url)
    try {
      const storm = await measure({ address: web.address, key, after: cases }, () => ({
        workersPeakMb: workers.readPeaks(),
        webPeakMb: readPeakMb(web.pid),
      }))
      console.log(formatStorm(storm))
      if (values.json) await writeFile(values.json, JSON.stringify({ findings: findingsOf(storm), ...storm }, null, 2))
    } finally {
      await Promise.all([workers.stop(), web.stop()])
    }
  })
})

async function measure(desk: Desk, readPeaks: () => Pick<Storm, 'workersPeakMb' | 'webPeakMb'>): Promise<Storm> {
  // the first requests are of a process that has just begun
  await workAtDesk(desk, CALM_MS)
  const idle = await workAtDesk(desk, idleSeconds * 1000)
  await moveClockBefore(CALM_MS)
  const during = await workAtDesk(desk, async () => !(await isUnderWay()), CALM_MS)
  const decidedBy = performance.now()
  const paying = await workAtDesk(desk, async () => !(await isUnpaid()))
  const payingMs = performance.now() - decidedBy
  return { cases, workers: WORKERS, decided: await readDecisions(), idle, during, paying, payingMs, ...readPeaks() }
}
