'use client'

import { Ban, Check, CircleDashed, CircleSlash, type LucideIcon, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HrefOf } from '@/components/list/use-list-href'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { BulkItemState, BulkResult } from '@/lib/bulk/views'
import { formatFen } from '@/lib/money'
import { useBulkRefusalText } from './use-bulk-refusal-text'
import { useResults } from './use-results'

type Place = { hrefOf: HrefOf; onOpen: () => void }

/** The results page by page, each leading to its case. */
export function ResultList({ id, state, ...place }: Place & { id: string; state: BulkItemState | null }) {
  const t = useTranslations('bulk.results')
  const common = useTranslations('common')
  const { rows, ...list } = useResults(id, state)
  if (list.isLoading)
    return (
      <p className={NOTE} role="status">
        {t('loading')}
      </p>
    )
  if (list.failed && rows.length === 0)
    return <Blank action={<Button onClick={list.retry}>{common('retry')}</Button>} role="alert" title={t('broken')} />
  if (rows.length === 0)
    return (
      <p className={NOTE} role="status">
        {t('none')}
      </p>
    )
  return (
    <>
      <ul>
        {rows.map((row) => (
          <li className="border-b border-line" key={row.no}>
            <ResultRow row={row} {...place} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="px-4 py-3 md:px-6">
          <Button busy={list.isLoadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}

const NOTE = 'px-4 py-3 text-xs text-ink-3 md:px-6'

const MARKS: { [S in BulkItemState]: { icon: LucideIcon; ink: string } } = {
  DONE: { icon: Check, ink: 'text-ok' },
  REFUSED: { icon: TriangleAlert, ink: 'text-warn' },
  STOPPED: { icon: CircleSlash, ink: 'text-ink-3' },
  EXCLUDED: { icon: Ban, ink: 'text-ink-3' },
  PENDING: { icon: CircleDashed, ink: 'text-ink-3' },
}

function ResultRow({ row, hrefOf, onOpen }: Place & { row: BulkResult }) {
  const t = useTranslations('bulk.results')
  const textOf = useBulkRefusalText()
  const { icon, ink } = MARKS[row.state]
  const state = t(`state.${row.state}`)
  return (
    <Link
      className="flex gap-2.5 px-4 py-2 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline md:px-6"
      href={hrefOf(row.no)}
      onClick={onOpen}
      prefetch={false}
      scroll={false}
    >
      <Icon as={icon} className={`mt-0.5 flex-none ${ink}`} />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex min-w-0 gap-2">
          <span className="truncate text-ink">
            {row.title}
            <span className="text-ink-3"> · {row.buyerName}</span>
          </span>
          {row.amountFen > 0 && (
            <span className="ml-auto whitespace-nowrap">{formatFen(row.amountFen, row.currency)}</span>
          )}
        </span>
        <span className="text-xs">
          {row.refusal ? t('reason', { state, why: textOf(row.refusal) }) : state}
          <span className="text-ink-3"> · {row.no}</span>
        </span>
      </span>
    </Link>
  )
}
