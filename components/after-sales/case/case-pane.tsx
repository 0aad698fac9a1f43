'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { DisputeColumns } from '@/components/disputes/merchant/dispute-columns'
import { DisputeBar } from '@/components/disputes/merchant/evidence-bar'
import { useLooking } from '@/components/presence/use-looking'
import { useHydrating } from '@/components/ui/use-hydrating'
import type { CaseView } from '@/lib/after-sales/views'
import { ActionBar } from './action-bar'
import { CaseColumns } from './case-columns'
import { CaseSheets } from './case-sheets'
import type { Tab } from './case-tabs'
import { DeskProvider } from './desk'
import { disputeOf } from './dispute-of'
import { Head } from './head'
import { takeLanding } from './landing'
import { passOver } from './passed-over'
import { PhoneBar } from './phone-bar'
import { ProblemNote } from './problem-note'
import { useDeskState } from './use-desk-state'
import { useReading } from './use-reading'
import { useRemembering } from './use-remembering'

/** A case, and the parts of it that only show, from the server. */
export type CaseParts = {
  view: CaseView
  goods: ReactNode
  application: ReactNode
  facts: ReactNode
  timeline: ReactNode
}
export type CasePaneProps = CaseParts & {
  /** Why the gateway did not pay, in words. */
  refundError: ReactNode
}

/** One case: what happens by itself, what is asked, what was said, what can be done. */
export function CasePane({ refundError, ...parts }: CasePaneProps) {
  const { view } = parts
  const t = useTranslations('case')
  const dispute = disputeOf(view)
  const [tab, setTab] = useTabOf(dispute !== null)
  const desk = useDeskState(view, setTab)
  const pane = useRef<HTMLElement>(null)
  useReading(view)
  useRemembering(view.shop.id, view)
  useEffect(() => () => passOver(view.no), [view.no])
  useLooking(view.no)
  useEffect(() => {
    if (takeLanding()) pane.current?.focus({ preventScroll: true })
  }, [])

  return (
    <DeskProvider value={desk}>
      <article
        aria-busy={useHydrating()}
        aria-label={t('label', { no: view.no })}
        className="flex min-h-0 min-w-0 flex-1 animate-appear flex-col outline-none"
        data-pane="case"
        ref={pane}
        tabIndex={-1}
      >
        <PhoneBar view={view} />
        <Head refundError={refundError} view={view} />
        {dispute ? (
          <DisputeColumns dispute={dispute} onTab={setTab} tab={tab} {...parts} />
        ) : (
          <CaseColumns onTab={setTab} tab={tab} {...parts} />
        )}
        {desk.problem && (
          <div className="flex-none border-t border-line px-4 py-2.5">
            <ProblemNote />
          </div>
        )}
        {dispute ? <DisputeBar dispute={dispute} /> : <ActionBar />}
      </article>
      <CaseSheets />
    </DeskProvider>
  )
}

/** Where there is room for one column: which part of the case is shown. A case that comes into dispute shows that first. */
function useTabOf(disputed: boolean): [Tab, (tab: Tab) => void] {
  const first = disputed ? 'dispute' : 'talk'
  const [chosen, setChosen] = useState<{ tab: Tab; disputed: boolean }>({ tab: first, disputed })
  const tab = chosen.disputed === disputed ? chosen.tab : first
  return [tab, (next) => setChosen({ tab: next, disputed })]
}
