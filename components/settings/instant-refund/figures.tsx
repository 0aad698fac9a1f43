import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Replay } from '@/lib/instant-refund/views'
import { formatFen } from '@/lib/money'
import { keptOf } from './fates'
import { tellHours, tellShare } from './numbers'

/** The replay in five numbers. */
export function Figures({ replay }: { replay: Replay }) {
  const t = useTranslations('instantRefund.figures')
  const { fitting, judged, amountFen, largestFen, currency, savedMs, refundedLater, fates } = replay
  const kept = keptOf(fates)
  return (
    <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-4 md:grid-cols-5 md:gap-x-0">
      <Figure caption={t('share', { share: tellShare(fitting, judged) })} unit={t('cases', { n: fitting })}>
        {fitting}
      </Figure>
      <Figure caption={t('sum', { amount: formatFen(largestFen, currency) })}>{formatFen(amountFen, currency)}</Figure>
      {refundedLater > 0 ? (
        <Figure caption={t('sooner')} unit={t('hours')}>
          {tellHours(savedMs / refundedLater)}
        </Figure>
      ) : (
        <Figure caption={t('soonerNone')}>—</Figure>
      )}
      <Figure caption={t('later')} unit={t('cases', { n: refundedLater })}>
        {refundedLater}
      </Figure>
      <Figure
        caption={kept.cases > 0 ? t('kept', { amount: formatFen(kept.amountFen, currency) }) : t('keptNone')}
        danger={kept.cases > 0}
        unit={t('cases', { n: kept.cases })}
      >
        {kept.cases}
      </Figure>
    </dl>
  )
}

type FigureProps = { caption: string; unit?: string; danger?: boolean; children: ReactNode }

function Figure({ caption, unit, danger = false, children }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end">
      <dt className="text-xs text-ink-3">{caption}</dt>
      <dd className={cx('text-2xl font-semibold', danger ? 'text-danger' : 'text-ink')}>
        {children}
        {unit && <span className="ml-1 text-sm leading-none font-normal text-ink-3">{unit}</span>}
      </dd>
    </div>
  )
}
