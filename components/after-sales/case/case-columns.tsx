'use client'

import { cx } from 'class-variance-authority'
import { DisputeRecord } from '@/components/disputes/merchant/dispute-record'
import type { CaseParts } from './case-pane'
import { CaseTabList, CaseTabs, type Tab, TabPart } from './case-tabs'
import { Composer } from './composer'
import { useDesk } from './desk'
import { Inspection } from './inspection'
import { InspectionRecord } from './inspection-record'
import { Parcel } from './parcel'
import { ProposalSection } from './proposal-section'
import { ServiceRecord } from './service-record'
import { Talk } from './talk'
import { tellTogether } from './tell-together'

export type ColumnsProps = CaseParts & { tab: Tab; onTab: (tab: Tab) => void }

/** What is asked and what was said; beside it the facts and the history. */
export function CaseColumns({ view, goods, application, facts, timeline, tab, onTab }: ColumnsProps) {
  const { passed } = useDesk()
  return (
    <CaseTabs onTab={onTab} tab={tab}>
      <div className={cx('flex min-w-0 flex-col xl:min-h-0', tab === 'talk' ? 'flex-auto' : 'flex-none')}>
        {goods}
        <div className="flex min-w-0 flex-1 flex-col xl:min-h-0 xl:overflow-x-hidden xl:overflow-y-auto xl:[scrollbar-width:thin]">
          {view.dispute && <DisputeRecord dispute={view.dispute} view={view} />}
          {view.returnShipment && <Parcel now={view.now} shipment={view.returnShipment} />}
          {passed || !view.available.includes('confirmReceipt') || <Inspection no={view.no} />}
          <InspectionRecord view={view} />
          <ServiceRecord view={view} />
          <ProposalSection view={view} />
          {application}
          <CaseTabList talk={view.talk.length} timeline={tellTogether(view.timeline).length} />
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
  )
}
