'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ConsequenceSentence } from '@/components/after-sales/consequence'
import { levelOf } from '@/components/after-sales/level'
import { ClauseLink } from '@/components/ui/clause-link'
import { Fuse } from '@/components/ui/clock'
import { useNow } from '@/components/ui/ticker'
import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { Clock } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'
import { formatDay, formatWhen } from '@/lib/i18n/time'
import { BigClock } from './big-clock'
import { HeadGrid } from './head-grid'

const HOUR = 3_600_000

export type HeadOfClockProps = {
  clock: Clock
  consequence: Consequence
  clockStartedAt: number
  /** What became of the dispute that there was, if any. */
  dispute: DisputeView | null
  children: ReactNode
}

/** What happens if nobody acts, how long there is still, and why; the fuse is the lower edge. */
export function HeadOfClock({ clock, consequence, clockStartedAt, dispute, children }: HeadOfClockProps) {
  const t = useTranslations('consequence')
  const locale = useLocale()
  const now = useNow()
  const hours = Math.round(clock.limitMs / HOUR)
  const since = formatWhen(clockStartedAt, now, locale)
  return (
    <>
      <HeadGrid
        big={<BigClock clock={clock} now={now} />}
        due={t('due', { when: formatDay(clock.dueAt, now, locale) })}
        sentence={
          <>
            <ConsequenceSentence as="head" clock={clock} consequence={consequence} now={now} />{' '}
            <ClauseLink className="ml-1 align-[2px]" clause={consequence.clause} />
          </>
        }
        why={t(whyAfter(dispute, clock) ?? whyOf(clock, consequence), { since, hours, days: Math.round(hours / 24) })}
      >
        {children}
      </HeadGrid>
      <Fuse edge {...levelOf(clock, now)} />
    </>
  )
}

function whyOf({ kind }: Clock, { outcome }: Consequence) {
  if (outcome === 'COMPLETE') return 'whySERVICE_CONFIRM'
  if (kind === 'RETURN') return 'whyRETURN_CLOSE'
  if (kind === 'RECEIPT') return 'whyRECEIPT_REFUND'
  return outcome === 'REFUND' ? 'whyREVIEW_REFUND' : 'whyREVIEW_APPROVE_RETURN'
}

/** R4.2, R4.5 A dispute stopped this very clock, or its ruling started it; null when it did neither. */
function whyAfter(dispute: DisputeView | null, { kind, dueAt, limitMs }: Clock) {
  if (!dispute || dispute.endedAt === null) return null
  const { frozen, endedAt, ruling } = dispute
  if (frozen?.kind === kind && dueAt === endedAt + frozen.remainingMs) return 'whyRESUMED'
  return ruling && kind === 'RETURN' && dueAt === endedAt + limitMs ? 'whyRULED_RETURN' : null
}
