'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useOffline } from '@/components/after-sales/live'
import type { Queue } from '@/components/after-sales/queue/use-queue'
import { Note } from '@/components/ui/note'
import type { BulkPreview, BulkProgress } from '@/lib/bulk/views'
import { ApproveBar } from './approve-bar'
import { ApproveConfirm } from './approve-confirm'
import { Exclusions } from './exclusions'
import { OtherActs } from './other-acts'
import { bulkSelectionOf, countOf, signatureOf } from './selection'
import { useSelecting } from './selection-store'
import { useFocusHome } from './use-focus-home'
import { usePreview } from './use-preview'
import { useStart } from './use-start'

const loadMessage = () => import('./message-sheet')
const loadLog = () => import('./log-sheet')
const loadAssign = () => import('./assign-sheet')
const MessageSheet = lazy(loadMessage)
const LogSheet = lazy(loadLog)
const AssignSheet = lazy(loadAssign)

export type BulkBarProps = {
  queue: Queue
  shopId: string
  /** How many cases the list holds; undefined: nobody has counted. */
  total: number | undefined
  runs: readonly BulkProgress[]
}

/** Long enough for another X. */
const WAIT_MS = 250

/** What is selected, what can be done with it and what it comes to, and what cannot go along and why. */
export default function BulkBar({ queue, shopId, total, runs }: BulkBarProps) {
  const t = useTranslations('bulk')
  const { selection, step } = useSelecting()
  const offline = useOffline()
  const writing = step !== null && step !== 'approve'
  const count = countOf(selection, total) ?? 'ALL'
  const of = { selection: bulkSelectionOf(selection, queue.query), as: signatureOf(selection) }
  const starting = useStart(runs, of.as)
  const approval = usePreview(writing || offline ? null : { act: { type: 'approve' }, ...of }, WAIT_MS)
  const ready = approval.state === 'ready' ? approval.preview : null
  const asking = step === 'approve' && ready !== null && ready.goes > 0 && !offline
  const shown = useLast(ready)
  useFocusHome(asking)
  useEffect(() => {
    // one of them is wanted soon, perhaps when the line is gone
    for (const load of [loadMessage, loadLog, loadAssign]) load().catch(() => undefined)
  }, [])
  return (
    <section
      aria-label={t('label')}
      className="flex flex-none flex-col border-t border-line-strong bg-surface"
      data-bar="bulk"
    >
      {shown && <Exclusions busy={ready === null && !offline} preview={shown} />}
      {starting.fault && (
        <Note className="mx-4 mt-2" role="alert" tone="bad">
          {t(`fault.${starting.fault}`)}
        </Note>
      )}
      {asking && approval.state === 'ready' ? (
        <ApproveConfirm preview={approval.preview} renew={approval.renew} starting={starting} />
      ) : (
        <>
          <OtherActs hasMore={queue.hasMore} offline={offline} total={total} />
          <ApproveBar approval={approval} count={count} offline={offline} wanted={step === 'approve'} />
        </>
      )}
      <Suspense>
        {step === 'sendMessage' && <MessageSheet count={count} of={of} runs={runs} shopId={shopId} />}
        {step === 'logContact' && <LogSheet count={count} of={of} runs={runs} />}
        {step === 'assign' && <AssignSheet count={count} of={of} runs={runs} />}
      </Suspense>
    </section>
  )
}

/** What was known last: lines that come and go with each X would move the list. */
function useLast(preview: BulkPreview | null): BulkPreview | null {
  const [last, setLast] = useState(preview)
  if (preview !== null && preview !== last) setLast(preview)
  return preview ?? last
}
