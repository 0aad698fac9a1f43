import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

const vitest = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })
  .transform((r): Counts => ({ passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests }))

const playwright = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  .transform(({ stats }): Counts => {
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  })

/** What a runner executed, by the JSON report it wrote; nothing when it got no further than to write none. */
export function readCounts(report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  return z.union([vitest, playwright]).parse(JSON.parse(readFileSync(report, 'utf8')))
}
