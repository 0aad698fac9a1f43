'use client'

import { cx } from 'class-variance-authority'
import type { ColumnsProps } from '@/components/after-sales/case/case-columns'
import { CaseTabList, CaseTabs, TabPart } from '@/components/after-sales/case/case-tabs'
import { Composer } from '@/components/after-sales/case/composer'
import { useDesk } from '@/components/after-sales/case/desk'
import { Parcel } from '@/components/after-sales/case/parcel'
import { ServiceRecord } from '@/components/after-sales/case/service-record'
import { Talk } from '@/components/after-sales/case/talk'
import { tellTogether } from '@/components/after-sales/case/tell-together'
import { Party } from '@/components/disputes/party'
import type { DisputeView } from '@/lib/disputes/views'
import { EvidenceClosed } from './evidence-closed'
import { EvidenceForm } from './evidence-form'
import { MyEvidence } from './my-evidence'
import { PlatformAsks } from './platform-asks'

const COLUMN = 'xl:min-h-0 xl:overflow-x-hidden xl:overflow-y-auto xl:[scrollbar-width:thin]'

/** A case in dispute: what is asked and given; beside it what the buyer says, and the history. */
export function DisputeColumns(props: ColumnsProps & { dispute: DisputeView }) {
  const { view, dispute, application, facts, timeline, tab, onTab } = props
  const { evidenceOpen } = useDesk()
  const mine = dispute.evidence.MERCHANT
  return (
    <CaseTabs onTab={onTab} tab={tab} wide>
      <div className={cx('flex min-w-0 flex-col', COLUMN, tab === 'talk' ? 'flex-auto' : 'flex-none')}>
        <CaseTabList dispute talk={view.talk.length} timeline={tellTogether(view.timeline).length} />
        <TabPart of="dispute">
          {mine.open && <PlatformAsks dispute={dispute} view={view} />}
          {evidenceOpen ? <EvidenceForm dispute={dispute} /> : <EvidenceClosed mine={mine} />}
          <MyEvidence dispute={dispute} now={view.now} />
        </TabPart>
        <TabPart className="flex flex-auto flex-col border-line xl:border-t" of="talk">
          {view.returnShipment && <Parcel now={view.now} shipment={view.returnShipment} />}
          <ServiceRecord view={view} />
          {application}
          <Talk view={view} />
          <Composer hidden={tab !== 'talk'} />
        </TabPart>
      </div>
      <div className={cx('flex-none border-line xl:border-l', COLUMN)}>
        <div className={cx('max-xl:border-t max-xl:border-line', tab !== 'dispute' && 'max-xl:hidden')}>
          <Party dispute={dispute} narrow now={view.now} side="BUYER" />
        </div>
        <TabPart className="border-line xl:border-t" of="timeline">
          <div id="case-timeline">{timeline}</div>
        </TabPart>
        <TabPart className="border-line xl:border-t" of="order">
          {facts}
        </TabPart>
      </div>
    </CaseTabs>
  )
}
