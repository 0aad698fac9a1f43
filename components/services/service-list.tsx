'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Pages } from '@/components/list/use-pages'
import { Button } from '@/components/ui/button'
import type { ServiceRow as Row, ServiceColumn } from '@/lib/services/views'
import { ColumnSkeletons } from './column-skeletons'
import { ServiceRow } from './service-row'

/** The services of a column: one has the tab stop, and keeps it while it is there. */
export function ServiceList({ column, list }: { column: ServiceColumn; list: Pages<Row> }) {
  const t = useTranslations('services')
  const queue = useTranslations('queue.error')
  const [focused, setFocused] = useState<string | null>(null)
  const { rows } = list
  const tabStop = rows.some(({ no }) => no === focused) ? focused : rows[0]?.no
  if (list.isLoading) return <ColumnSkeletons label={t('loading')} />
  if (rows.length === 0 && list.failed)
    return (
      <div className="grid justify-items-start gap-2 px-4 py-4 text-xs" role="alert">
        {t('notFetched')}
        <Button onClick={list.retry}>{queue('retry')}</Button>
      </div>
    )
  if (rows.length === 0)
    return (
      <p className="px-4 py-4 text-xs text-ink-3" role="status">
        {t(`empty.${column}`)}
      </p>
    )
  return (
    <>
      <div
        aria-label={t(`columns.${column}`)}
        onFocus={({ target }) => setFocused(target.dataset.service ?? null)}
        role="listbox"
        tabIndex={-1}
      >
        {rows.map((row) => (
          <ServiceRow column={column} key={row.no} row={row} tabbable={row.no === tabStop} />
        ))}
      </div>
      {list.hasMore && (
        <div className="px-4 py-2">
          <Button onClick={list.loadMore} variant="bare">
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
