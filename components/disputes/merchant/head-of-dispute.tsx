'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BigClock } from '@/components/after-sales/case/big-clock'
import { can, useDesk } from '@/components/after-sales/case/desk'
import { HeadGrid } from '@/components/after-sales/case/head-grid'
import { levelOf } from '@/components/after-sales/level'
import { ClauseLink } from '@/components/ui/clause-link'
import { Fuse } from '@/components/ui/clock'
import { useNow } from '@/components/ui/ticker'
import type { DisputeView } from '@/lib/disputes/views'
import { formatDay } from '@/lib/i18n/time'
import { FrostStrip } from './frost-strip'
import { useStageWords } from './use-stage-words'

/** R4.2, R4.3 What is asked of the merchant and until when; below it the clock that stands still. */
export function HeadOfDispute({ dispute, children }: { dispute: DisputeView; children: ReactNode }) {
  const consequence = useTranslations('consequence')
  const locale = useLocale()
  const now = useNow()
  const mine = dispute.evidence.MERCHANT
  const mayConcede = can(useDesk(), 'concedeDispute')
  const { sentence, why, clause } = useStageWords(dispute, now, mayConcede)
  const clock = mine.open ? mine : null
  return (
    <>
      <HeadGrid
        big={clock && <BigClock clock={clock} now={now} />}
        due={clock && consequence('due', { when: formatDay(clock.dueAt, now, locale) })}
        sentence={
          <>
            {sentence} <ClauseLink className="ml-1 align-[2px]" clause={clause} />
          </>
        }
        why={why}
        whole
      >
        {children}
      </HeadGrid>
      {clock ? <Fuse edge {...levelOf(clock, now)} /> : <div className="h-px flex-none bg-line-strong" />}
      <FrostStrip {...dispute} />
    </>
  )
}
