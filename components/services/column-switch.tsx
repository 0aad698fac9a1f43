'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { countText } from '@/components/list/count-text'
import { SERVICE_COLUMNS } from '@/lib/services/views'
import { useBoardParams } from './use-board-params'
import { useServiceCounts } from './use-column'

/** Where there is room for one column at a time: which one. */
export function ColumnSwitch() {
  const t = useTranslations('services')
  const { filter, column: current, hrefOf } = useBoardParams()
  const counts = useServiceCounts(filter)
  return (
    <nav aria-label={t('columnsLabel')} className="flex flex-none border-b border-line px-4 py-2 xl:hidden">
      {SERVICE_COLUMNS.map((column) => (
        <Link
          aria-current={column === current ? 'true' : undefined}
          className={SEGMENT}
          href={hrefOf({ column })}
          key={column}
          prefetch={false}
          scroll={false}
        >
          {t(`shortColumns.${column}`)}
          {column !== 'DONE' && (
            <span className="text-xs font-normal text-ink-3">{counts && countText(counts[column])}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}

const SEGMENT =
  'inline-flex h-9.5 flex-auto items-center justify-center gap-1 border-y border-r border-line-control bg-surface px-1.5 whitespace-nowrap text-ink-2 first:rounded-l-sm first:border-l last:rounded-r-sm hover:bg-inset hover:no-underline focus-visible:-outline-offset-2 aria-[current]:bg-accent-tint aria-[current]:font-semibold aria-[current]:text-accent-ink aria-[current]:shadow-[inset_0_0_0_1px_var(--color-accent)]'
