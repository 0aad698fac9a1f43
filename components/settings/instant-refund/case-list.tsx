'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ExportFault } from '@/components/export/export-fault'
import { useExport } from '@/components/export/use-export'
import { headClass, tableClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { CaseListRow } from './case-list-row'
import type { ChartProps } from './day-chart'

/** So many stand beside the days. */
const FIRST = 14
const RIGHT = `${headClass} ${wideClass} text-right!`

/** What would have been refunded, worth looking at first; each leads to its case. */
export function CaseList({ replay, now, shopId }: ChartProps & { shopId: string }) {
  const t = useTranslations('instantRefund.list')
  const [all, setAll] = useState(false)
  const exporting = useExport('instant-refund-replay', shopId)
  const { cases, fitting, more } = replay
  return (
    <section className="min-w-0">
      <div className="flex h-7 items-center gap-4 text-xs text-ink-3">
        <h2 className="mr-auto">{t('title', { count: fitting })}</h2>
        <ExportFault exporting={exporting} />
        <Button busy={exporting.busy} onClick={exporting.start} title={t('exportNote')} variant="bare">
          {!exporting.busy && <Icon as={Download} small />}
          {t('export')}
        </Button>
        {cases.length > FIRST && (
          <button
            aria-expanded={all}
            className="rounded-sm text-accent-ink max-md:h-10 max-md:px-2 md:hover:underline"
            onClick={() => setAll(!all)}
            type="button"
          >
            {t(all ? 'fewer' : 'all')}
          </button>
        )}
      </div>
      <table className={tableClass}>
        <caption className="sr-only">{t('title', { count: fitting })}</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th className={`${headClass} ${wideClass}`} scope="col">
              {t('opened')}
            </th>
            <th className={headClass} scope="col">
              {t('no')}
            </th>
            <th className={RIGHT} scope="col">
              {t('sincePaid')}
            </th>
            <th className={`${headClass} pr-3! text-right!`} scope="col">
              {t('amount')}
            </th>
            <th className={`${headClass} ${wideClass}`} scope="col">
              {t('fate')}
            </th>
            <th className={RIGHT} scope="col">
              {t('saved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.slice(0, all ? undefined : FIRST).map((one) => (
            <CaseListRow key={one.no} now={now} one={one} />
          ))}
        </tbody>
      </table>
      {more && all && <p className="mt-2 text-xs text-ink-3">{t('capped', { count: cases.length })}</p>}
    </section>
  )
}
