'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CaseView } from '@/lib/after-sales/views'
import { ActionBar } from './action-bar'
import { CaseSheets } from './case-sheets'
import { CaseTabList, CaseTabs, type Tab, TabPart } from './case-tabs'
import { Composer } from './composer'
import { DeskProvider } from './desk'
import { Head } from './head'
import { Inspection } from './inspection'
import { InspectionRecord } from './inspection-record'
import { takeLanding } from './landing'
import { Parcel } from './parcel'
import { PhoneBar } from './phone-bar'
import { ProblemNote } from './problem-note'
import { Talk } from './talk'
import { useDeskState } from './use-desk-state'
import { useReading } from './use-reading'

export type CasePaneProps = {
  view: CaseView
  /** Parts that only show, from the server. */
  goods: ReactNode
  application: ReactNode
  facts: ReactNode
  timeline: ReactNode
  /** Why the gateway did not pay, in words. */
  refundError: ReactNode
}

/** One case: what happens by itself, what is asked, what was said, what can be done. */
export function CasePane({ view, goods, application, facts, timeline, refundError }: CasePaneProps) {
  const t = useTranslations('case')
  const [tab, setTab] = useState<Tab>('talk')
  const desk = useDeskState(view, setTab)
  const pane = useRef<HTMLElement>(null)
  useReading(view)
  useEffect(() => {
    if (takeLanding()) pane.current?.focus({ preventScroll: true })
  }, [])

  return (
    <DeskProvider value={desk}>
      <article
        aria-label={t('label', { no: view.no })}
        className="flex min-h-0 min-w-0 flex-1 animate-appear flex-col outline-none"
        data-pane="case"
        ref={pane}
        tabIndex={-1}
      >
        <PhoneBar view={view} />
        <Head refundError={refundError} view={view} />
        <CaseTabs onTab={setTab} tab={tab}>
          <div className={cx('flex min-w-0 flex-col xl:min-h-0', tab === 'talk' ? 'flex-auto' : 'flex-none')}>
            {goods}
            <div className="flex min-w-0 flex-1 flex-col xl:min-h-0 xl:overflow-x-hidden xl:overflow-y-auto xl:[scrollbar-width:thin]">
              {view.returnShipment && <Parcel now={view.now} shipment={view.returnShipment} />}
              {desk.passed || !view.available.includes('confirmReceipt') || <Inspection no={view.no} />}
              <InspectionRecord view={view} />
              {application}
              <CaseTabList talk={view.talk.length} timeline={view.timeline.length} />
              <TabPart className="flex flex-auto flex-col border-line xl:border-t" of="talk">
                <Talk view={view} />
              </TabPart>
            </div>
            <Composer hidden={tab !== 'talk'} />
          </div>
          <div className="flex-none border-line xl:min-h-0 xl:overflow-x-hidden xl:overflow-y-auto xl:border-l xl:[scrollbar-width:thin]">
            <TabPart of="order">{facts}</TabPart>
            <TabPart className="border-line xl:border-t" of="timeline">
              <div id="case-timeline">{timeline}</div>
            </TabPart>
          </div>
        </CaseTabs>
        {desk.problem && (
          <div className="flex-none border-t border-line px-4 py-2.5">
            <ProblemNote />
          </div>
        )}
        <ActionBar />
      </article>
      <CaseSheets />
    </DeskProvider>
  )
}
