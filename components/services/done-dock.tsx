'use client'

import { cx } from 'class-variance-authority'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Pages } from '@/components/list/use-pages'
import { Icon } from '@/components/ui/icon'
import type { ServiceRow } from '@/lib/services/views'
import { ServiceList } from './service-list'
import { useBoardParams } from './use-board-params'

/** What was done lately, folded below what the buyer confirms; where one column is shown at a time it is one. */
export function DoneDock({ list }: { list: Pages<ServiceRow> }) {
  const t = useTranslations('services')
  const id = useId()
  const { column } = useBoardParams()
  const [open, setOpen] = useState(column === 'DONE')
  return (
    <section
      aria-labelledby={id}
      className={cx(
        'flex min-h-0 min-w-0 flex-col xl:max-h-1/2 xl:flex-none xl:border-t xl:border-line',
        column === 'DONE' ? 'max-xl:flex-1' : 'max-xl:hidden',
      )}
    >
      <h2 className="sr-only" id={id}>
        {t('columns.DONE')}
      </h2>
      <button aria-expanded={open} className={TOGGLE} onClick={() => setOpen(!open)} type="button">
        <span className="font-semibold text-ink">{t('columns.DONE')}</span>
        <span className="text-xs text-ink-3">{list.rows.length > 0 && list.rows.length}</span>
        <span className="ml-auto truncate text-xs text-ink-3">{t('order.DONE')}</span>
        <Icon as={open ? ChevronDown : ChevronUp} small />
      </button>
      <div className="flex min-h-8 flex-none items-center border-b border-line px-4 text-xs text-ink-3 xl:hidden">
        {t('order.DONE')}
      </div>
      <div
        className={cx(
          'min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]',
          open ? 'xl:border-t xl:border-line' : 'xl:hidden',
        )}
      >
        <ServiceList column="DONE" list={list} />
      </div>
    </section>
  )
}

const TOGGLE =
  'flex h-9 flex-none items-center gap-2 px-4 text-left text-ink-3 -outline-offset-2 hover:bg-inset max-xl:hidden'
