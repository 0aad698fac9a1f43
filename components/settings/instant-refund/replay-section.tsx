import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/lib/i18n/time'
import type { Replay, SwitchRecord } from '@/lib/instant-refund/views'
import { CaseList } from './case-list'
import { DayChart } from './day-chart'
import { Figures } from './figures'
import { History } from './history'
import { daysIn } from './numbers'

export type ReplaySectionProps = { shopId: string; replay: Replay; history: SwitchRecord[]; now: number }

/** What it would have done: in numbers, by day and case by case; beside the days, who switched it. */
export function ReplaySection({ shopId, replay, history, now }: ReplaySectionProps) {
  const { fitting } = replay
  return (
    <>
      <section>
        <ReplayTitle now={now} replay={replay} />
        <Outcome replay={replay} />
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 border-t border-line pt-2 xl:grid-cols-[minmax(0,1fr)_600px]">
        <div className="min-w-0">
          {fitting > 0 && <DayChart now={now} replay={replay} />}
          <History history={history} now={now} />
        </div>
        {fitting > 0 && <CaseList now={now} replay={replay} shopId={shopId} />}
      </div>
    </>
  )
}

function ReplayTitle({ replay: { from, until, judged, instantly }, now }: { replay: Replay; now: number }) {
  const t = useTranslations('instantRefund.replay')
  const locale = useLocale()
  const date = (instant: number) => formatDate(instant, now, locale)
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <h2 className="text-base font-semibold text-ink">{t('title', { days: daysIn(until - from) })}</h2>
      <p className="text-xs text-ink-3">
        {t('span', { from: date(from), until: date(until), count: judged })}
        {instantly > 0 && judged > 0 && ` · ${t('instantly', { count: instantly })}`}
      </p>
    </div>
  )
}

/** The numbers; or why there are none. */
function Outcome({ replay }: { replay: Replay }) {
  const t = useTranslations('instantRefund.replay')
  const { from, until, judged, instantly, fitting } = replay
  const days = daysIn(until - from)
  if (fitting > 0) return <Figures replay={replay} />
  if (judged > 0) return <p className="mt-1">{t('noneFit', { count: judged })}</p>
  if (instantly > 0) return <p className="mt-1">{t('noneInstantly', { days, count: instantly })}</p>
  return (
    <div className="mt-1">
      <b className="font-semibold text-ink">{t('emptyTitle', { days })}</b>
      <p className="max-w-180 leading-read">{t('empty')}</p>
    </div>
  )
}
