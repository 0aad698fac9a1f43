'use client'

import { MessageSquare } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Icon } from '@/components/ui/icon'
import type { QueueTab } from '@/lib/after-sales/views'
import { asOrigin, ORIGIN } from '@/lib/services/params'
import type { ServiceRow as Row, ServiceColumn } from '@/lib/services/views'
import { RowComing } from './row-coming'
import { RowPlace } from './row-place'
import { RowReached } from './row-reached'
import { useBoardParams } from './use-board-params'

export type ServiceRowProps = { row: Row; column: ServiceColumn; tabbable: boolean }

/** One service on the board: its clock or its age, what it is, how far it has come, and what is next. */
export const ServiceRow = memo(function ServiceRow({ row, column, tabbable }: ServiceRowProps) {
  const hrefOf = useServiceHref()
  return (
    <Link
      aria-selected={false}
      className={ROW}
      data-service={row.no}
      href={hrefOf(row.no, column)}
      prefetch={false}
      role="option"
      tabIndex={tabbable ? 0 : -1}
    >
      <RowPlace row={row} />
      <span className="block min-w-0">
        <span className="flex h-5.5 min-w-0 items-center gap-2">
          <Title row={row} />
          {row.unread && <Unread />}
        </span>
        <span className="block h-4.5 truncate text-xs text-ink-3">
          <RowReached row={row} />
        </span>
        <span className="flex h-4.5 min-w-0 items-center text-xs text-ink-2">
          <RowComing row={row} />
        </span>
      </span>
    </Link>
  )
})

/** Under which tab of the queue a case of this column stands: the list beside it holds it. */
const TAB: { [C in ServiceColumn]?: QueueTab } = { CONFIRM: 'BUYER', DONE: 'CLOSED' }

/** Where a service of a column is opened; its way back is to the board as it stands now. */
function useServiceHref() {
  const board = useBoardParams()
  return (no: string, column: ServiceColumn) => {
    const tab = TAB[column]
    return `/cases/${no}?${new URLSearchParams({ ...(tab && { tab }), [ORIGIN]: asOrigin(board) })}`
  }
}

const ROW =
  'relative grid h-20 [contain-intrinsic-size:auto_80px] [content-visibility:auto] grid-cols-[76px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline'

function Title({ row }: { row: Row }) {
  const t = useTranslations('words')
  return (
    <>
      <span className="font-medium whitespace-nowrap text-ink">{t(`rowType.${row.type}`)}</span>
      <span className="min-w-0 flex-1 truncate">
        {row.title}
        {row.quantity > 1 && ` ${t('quantity', { n: row.quantity })}`}
        {row.furtherLines > 0 && ` ${t('furtherLines', { n: row.furtherLines })}`}
        <span className="text-ink-3"> · {row.buyerName}</span>
      </span>
    </>
  )
}

function Unread() {
  const t = useTranslations('queue.flags')
  return (
    <span className="inline-flex flex-none items-center gap-0.75 text-xs text-accent-ink">
      <Icon as={MessageSquare} small />
      <span className="max-[1400px]:sr-only">{t('unread')}</span>
    </span>
  )
}
