'use client'

import { ArrowLeft, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { countText } from '@/components/after-sales/queue/count-text'
import { useQueue, useSummary } from '@/components/after-sales/queue/use-queue'
import { OwnPlace } from '@/components/disputes/merchant/list/own-place'
import { Icon } from '@/components/ui/icon'
import type { CaseView } from '@/lib/after-sales/views'
import { CaseLink, useAmongDisputes } from './case-link'
import { phoneToolClass } from './phone-tool-class'

/** On a phone the case is the whole screen: the way back, which case it is, and where it stands in the list. */
export function PhoneBar({ view }: { view: CaseView }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  const amongDisputes = useAmongDisputes()
  return (
    <div className="flex h-12 flex-none items-center gap-1 border-b border-line bg-chrome px-1 md:hidden">
      <CaseLink aria-label={t('back')} className={phoneToolClass} no={null}>
        <Icon as={ArrowLeft} />
      </CaseLink>
      <span className="min-w-0 flex-1 truncate">
        <b className="font-semibold text-ink">{words(`type.${view.type}`)}</b>{' '}
        <span className="text-sm text-ink-3">{view.no}</span>
      </span>
      {amongDisputes ? <OwnPlace no={view.no} /> : <QueuePlace no={view.no} />}
    </div>
  )
}

/** Which of how many in the queue, and the one after it. */
function QueuePlace({ no }: { no: string }) {
  const t = useTranslations('case')
  const { rows, filter, hasMore } = useQueue()
  const counts = useSummary()?.counts
  const at = rows.findIndex((row) => row.no === no)
  const next = at === -1 ? undefined : rows[at + 1]
  // with filters nobody has counted; what has not been loaded is then only said to be there
  const { tab, ...narrowing } = filter
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  const of = narrowed ? `${rows.length}${hasMore ? '+' : ''}` : countText(Math.max(counts?.[tab] ?? 0, rows.length))
  return (
    <>
      {at !== -1 && <span className="text-xs whitespace-nowrap text-ink-3">{t('position', { at: at + 1, of })}</span>}
      {next && (
        <CaseLink aria-label={t('next')} className={phoneToolClass} no={next.no}>
          <Icon as={ChevronDown} />
        </CaseLink>
      )}
    </>
  )
}
