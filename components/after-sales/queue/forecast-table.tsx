'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useToday } from '@/components/after-sales/use-ticked'
import type { Forecast } from '@/lib/after-sales/views'
import { formatDay, formatTime } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { isBusy } from './use-hour-slider'

type Hour = Forecast['hours'][number]
type Numbers = Omit<Hour, 'startsAt'>
const HOUR = 3_600_000
const NONE: Numbers = { refundCases: 0, refundFen: 0, returnCases: 0, returnFen: 0 }
const COLUMNS = ['refundCases', 'refund', 'returnCases', 'return'] as const

export type ForecastTableProps = {
  hours: Hour[]
  /** The hour that the list is filtered by. */
  chosen: number | undefined
  /** Where the list is filtered by this hour, or not any more by the chosen one. */
  hrefOf: (startsAt: number) => string
}

/** The bars' numbers: the hours that hold something, each of them a filter, and their sum. */
export default function ForecastTable({ hours, chosen, hrefOf }: ForecastTableProps) {
  const t = useTranslations('queue.forecast')
  const locale = useLocale()
  const today = useToday()
  const busy = hours.filter(isBusy)
  if (busy.length === 0) return <p className="text-xs text-ink-3">{t('nothing')}</p>
  return (
    <div className="max-h-56 overflow-y-auto [scrollbar-width:thin] md:mr-6">
      <table className="w-full border-collapse text-xs text-ink-2">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="sticky top-0 bg-surface text-left text-ink-3">
          <tr>
            <th className={headClass} scope="col">
              {t('columns.hour')}
            </th>
            {COLUMNS.map((column) => (
              <th
                className={`${headClass} text-right ${column === 'return' ? 'max-md:hidden' : ''}`}
                key={column}
                scope="col"
              >
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {busy.map(({ startsAt, ...numbers }) => (
            <tr className="border-t border-line has-[[aria-current]]:bg-accent-tint" key={startsAt}>
              <th className="text-left font-normal whitespace-nowrap" scope="row">
                <Link
                  aria-current={startsAt === chosen || undefined}
                  className="flex min-h-10 items-center py-0.5 text-accent-ink aria-[current]:font-semibold md:min-h-6"
                  href={hrefOf(startsAt)}
                  prefetch={false}
                  scroll={false}
                >
                  {t('hour', { from: formatDay(startsAt, today, locale), until: formatTime(startsAt + HOUR) })}
                </Link>
              </th>
              <Cells {...numbers} />
            </tr>
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 bg-surface font-semibold text-ink">
          <tr className="border-t border-line-strong">
            <th className="py-1 text-left whitespace-nowrap" scope="row">
              {t('sum')}
            </th>
            <Cells {...busy.reduce(add, NONE)} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const headClass = 'py-0.5 font-normal'

function Cells({ refundCases, refundFen, returnCases, returnFen }: Numbers) {
  return (
    <>
      <td className={cellOf(refundCases)}>{refundCases}</td>
      <td className={cellOf(refundCases)}>{formatFen(refundFen)}</td>
      <td className={cellOf(returnCases)}>{returnCases}</td>
      <td className={`${cellOf(returnCases)} max-md:hidden`}>{formatFen(returnFen)}</td>
    </>
  )
}

function cellOf(cases: number): string {
  return cases > 0 ? 'pl-3 text-right' : 'pl-3 text-right text-ink-3'
}

function add(sum: Numbers, hour: Numbers): Numbers {
  return {
    refundCases: sum.refundCases + hour.refundCases,
    refundFen: sum.refundFen + hour.refundFen,
    returnCases: sum.returnCases + hour.returnCases,
    returnFen: sum.returnFen + hour.returnFen,
  }
}
