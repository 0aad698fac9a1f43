'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { targetLevelOf } from '@/components/after-sales/level'
import { ClauseLink } from '@/components/ui/clause-link'
import { Fuse } from '@/components/ui/clock'
import { useNow } from '@/components/ui/ticker'
import type { CaseView, Clock } from '@/lib/after-sales/views'
import { formatAbsolute, formatCountdown, formatDay, formatWhen } from '@/lib/i18n/time'
import { BigClock } from './big-clock'
import { HeadGrid } from './head-grid'

const HOUR = 3_600_000

/** R3.4 The first answer that is owed: until when or, missed, for how long. It decides nothing. */
export function HeadOfAnswer({ clock, view, children }: { clock: Clock; view: CaseView; children: ReactNode }) {
  const t = useTranslations('case.service.head')
  const words = useTranslations('words.type')
  const locale = useLocale()
  const now = useNow()
  const overdue = now > clock.dueAt
  const told = {
    when: formatDay(clock.dueAt, now, locale),
    hours: Math.round(clock.limitMs / HOUR),
    quiet: (chunks: ReactNode) => <span className="font-normal text-ink-3">{chunks}</span>,
  }
  const why = { type: words(view.type), since: formatWhen(view.openedAt, now, locale) }
  const late = formatCountdown(now - clock.dueAt, locale)
  return (
    <>
      <HeadGrid
        big={
          overdue ? (
            <Late absolute={formatAbsolute(clock.dueAt, now, locale)} time={late} />
          ) : (
            <BigClock clock={clock} now={now} />
          )
        }
        due={overdue && t('target', { when: told.when })}
        sentence={
          <>
            {overdue
              ? t.rich('answerLate', {
                  ...told,
                  late: (chunks: ReactNode) => <span className="text-danger">{chunks}</span>,
                })
              : t.rich('answer', told)}{' '}
            <ClauseLink className="ml-1 align-[2px]" clause="R3.4" />
          </>
        }
        why={t(overdue ? 'answerLateWhy' : 'answerWhy', why)}
      >
        {children}
      </HeadGrid>
      <Fuse edge {...targetLevelOf(clock, now)} />
    </>
  )
}

function Late({ time, absolute }: { time: string; absolute: string }) {
  const t = useTranslations('case.service.head')
  return (
    <span title={absolute}>
      <span aria-hidden="true" className="text-xl font-semibold whitespace-nowrap text-h1">
        {t('late', { time })}
      </span>
      <span className="sr-only">{absolute}</span>
    </span>
  )
}
