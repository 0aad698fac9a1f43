'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef, useState } from 'react'
import type { HrefOf } from '@/components/list/use-list-href'
import type { BulkProgress } from '@/lib/bulk/views'
import { RunLine } from './run-line'
import { useRunWords } from './use-run-words'
import { isUnderWay } from './use-runs'

const ResultsSheet = lazy(() => import('./results-sheet'))

export type RunLinesProps = {
  runs: readonly BulkProgress[]
  /** Others need the room: what is over waits. */
  brief: boolean
  hrefOf: HrefOf
}

/** What was begun: how far each is, or what came of it. */
export default function RunLines({ runs, brief, hrefOf }: RunLinesProps) {
  const t = useTranslations('bulk')
  const [shown, setShown] = useState<string | null>(null)
  const run = runs.find(({ id }) => id === shown)
  const lines = brief ? runs.filter(isUnderWay) : runs
  return (
    <>
      <Said runs={runs} />
      {lines.length > 0 && (
        <section
          aria-label={t('runs')}
          className="max-h-44 flex-none divide-y divide-line overflow-y-auto border-t border-line-strong bg-surface [scrollbar-width:thin]"
        >
          {lines.map((one) => (
            <RunLine key={one.id} onResults={() => setShown(one.id)} run={one} />
          ))}
        </section>
      )}
      <Suspense>{run && <ResultsSheet hrefOf={hrefOf} onClose={() => setShown(null)} run={run} />}</Suspense>
    </>
  )
}

/** Says that one began, and what came of it; not each step between. */
function Said({ runs }: { runs: readonly BulkProgress[] }) {
  const { beginningOf, outcomeOf } = useRunWords()
  const watched = useRef(new Set<string>())
  for (const run of runs) if (isUnderWay(run)) watched.current.add(run.id)
  return (
    <div className="sr-only" role="status">
      {runs
        .filter(({ id }) => watched.current.has(id))
        .map((run) => (
          <p key={run.id}>{isUnderWay(run) ? beginningOf(run) : outcomeOf(run)}</p>
        ))}
    </div>
  )
}
