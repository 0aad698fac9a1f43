'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { countText } from '@/components/list/count-text'
import type { Pages } from '@/components/list/use-pages'
import type { OpenColumn, ServiceRow } from '@/lib/services/views'
import { ServiceList } from './service-list'
import { useBoardParams } from './use-board-params'
import { useServiceCounts } from './use-column'

/** One step of the way under its name. Where one column is shown at a time the switch has said the name already. */
export function Column({
  column,
  list,
  className,
}: {
  column: OpenColumn
  list: Pages<ServiceRow>
  className?: string
}) {
  const t = useTranslations('services')
  const id = useId()
  const { filter } = useBoardParams()
  const count = useServiceCounts(filter)?.[column]
  return (
    <section aria-labelledby={id} className={cx('flex min-h-0 min-w-0 flex-1 flex-col', className)}>
      <div className="flex min-h-8 flex-none items-center gap-2 border-b border-line px-4 text-xs text-ink-3">
        <h2 className="text-sm font-semibold text-ink max-xl:sr-only" id={id}>
          {t(`columns.${column}`)}
        </h2>
        <span className="max-xl:hidden">{count !== undefined && countText(Math.max(count, list.rows.length))}</span>
        <span className="truncate xl:ml-auto">{t(`order.${column}`)}</span>
      </div>
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]">
        <ServiceList column={column} list={list} />
      </div>
    </section>
  )
}
