'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDate, formatWeekday } from '@/lib/i18n/time'
import type { ReplayFate } from '@/lib/instant-refund/domain/replay'
import type { Replay, ReplayedDay } from '@/lib/instant-refund/views'
import { DayBars } from './day-bars'
import { DayTable } from './day-table'
import { FATE_LOOK, STACKED } from './fates'

export type ChartProps = { replay: Replay; now: number }

/** How many a day, by what became of them. Pointing at a day puts its numbers in place of the sum. */
export function DayChart({ replay, now }: ChartProps) {
  const t = useTranslations('instantRefund')
  const [pointed, setPointed] = useState<number | null>(null)
  const nameDay = useDayName(now)
  const { days, fates } = replay
  const day = days.find(({ startsAt }) => startsAt === pointed)
  const shown = STACKED.filter((fate) => fates[fate].cases > 0)
  return (
    <section>
      <div className="flex min-h-7 items-baseline gap-x-4 text-xs text-ink-3 max-md:flex-col">
        <span aria-hidden="true" className="min-w-32 py-1.25">
          {day ? nameDay(day) : t('chart.axis')}
        </span>
        <span className="flex flex-1 flex-wrap gap-x-4 md:justify-end">
          {shown.map((fate) => (
            <Key count={day ? day.counts[fate] : fates[fate].cases} fate={fate} key={fate} of={fates[fate].cases} />
          ))}
        </span>
      </div>
      <DayBars nameDay={nameDay} now={now} onPoint={setPointed} replay={replay} shown={shown} />
      <DayTable now={now} replay={replay} shown={shown} />
    </section>
  )
}

export function casesOf({ counts }: ReplayedDay): number {
  return STACKED.reduce((sum, fate) => sum + counts[fate], 0)
}

function useDayName(now: number): (day: ReplayedDay) => string {
  const t = useTranslations('instantRefund.chart')
  const locale = useLocale()
  return (day) =>
    t('day', {
      date: formatDate(day.startsAt, now, locale),
      weekday: formatWeekday(day.startsAt, locale),
      count: casesOf(day),
    })
}

/** `of`: the sum, whose room the count of a day takes too: nothing moves while one points. */
function Key({ fate, count, of }: { fate: ReplayFate; count: number; of: number }) {
  const t = useTranslations('instantRefund.legend')
  return (
    <span className="inline-flex items-center gap-1.25 whitespace-nowrap">
      <span aria-hidden="true" className={`size-2 rounded-[1px] ${FATE_LOOK[fate]}`} />
      {t(fate)}
      <span className="-ml-0.5 inline-block" style={{ minWidth: `${String(of).length}ch` }}>
        {count}
      </span>
    </span>
  )
}
