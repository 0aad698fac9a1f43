'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { cellClass, wideClass } from '@/components/settings/table-class'
import { formatAbsolute, formatWhen } from '@/lib/i18n/time'
import type { ReplayedCase } from '@/lib/instant-refund/views'
import { formatFen } from '@/lib/money'
import { FATE_INK } from './fates'
import { tellHours, tellSpan } from './numbers'

const CELL = `${cellClass} h-7.75 py-0! align-middle! max-md:py-2.5! max-md:align-top!`
const WIDE = `${CELL} ${wideClass} whitespace-nowrap`

/** One of them; on a phone a card, and all of it the link. */
export function CaseListRow({ one, now }: { one: ReplayedCase; now: number }) {
  const t = useTranslations('instantRefund')
  const words = useTranslations('words')
  const locale = useLocale()
  const { no, openedAt, title, furtherLines, sincePaidMs, amountFen, currency, fate, savedMs } = one
  const opened = formatWhen(openedAt, now, locale)
  const span = tellSpan(sincePaidMs)
  const sooner = savedMs === null ? null : tellHours(savedMs)
  return (
    <tr className="hover:bg-inset max-md:relative">
      <td className={`${WIDE} text-ink-3!`}>
        <time dateTime={new Date(openedAt).toISOString()} title={formatAbsolute(openedAt, now, locale)}>
          {opened}
        </time>
      </td>
      <td className={`${CELL} w-full max-w-0`}>
        <div className="truncate">
          <Link className="max-md:after:absolute max-md:after:inset-0" href={`/cases/${no}`} prefetch={false}>
            {no}
          </Link>{' '}
          <span className="text-ink-2">
            {title}
            {furtherLines > 0 && ` ${words('furtherLines', { n: furtherLines })}`}
          </span>
        </div>
        <div className="truncate text-ink-3 md:hidden">
          {opened} · {t('list.paidAgo', { time: span })}
        </div>
      </td>
      <td className={`${WIDE} text-right`}>{span}</td>
      <td className={`${CELL} pr-0! text-right whitespace-nowrap md:pr-3!`}>
        {formatFen(amountFen, currency)}
        <div className="text-ink-3 md:hidden">
          <span className={FATE_INK[fate]}>{t(`fate.${fate}`)}</span>
          {sooner !== null && ` · ${t('list.sooner', { hours: sooner })}`}
        </div>
      </td>
      <td className={WIDE}>
        <span className={FATE_INK[fate]}>{t(`fate.${fate}`)}</span>
      </td>
      <td className={`${WIDE} text-right text-ink-3!`}>{sooner ?? '—'}</td>
    </tr>
  )
}
