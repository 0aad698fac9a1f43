'use client'

import { Check, CircleDashed, CornerUpLeft, MessageSquare, Package, Undo2, XCircle } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { ConsequenceSentence } from '@/components/after-sales/consequence'
import { StatusWord } from '@/components/after-sales/status-word'
import { useHasPassed, useToday } from '@/components/after-sales/use-ticked'
import { Icon } from '@/components/ui/icon'
import type { QueueRow } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { DisputeClock, DisputeSentence } from './dispute-in-row'
import { RowClock } from './row-clock'
import { ShippedSinceFlag } from './shipped-since-flag'

export type RowProps = { row: QueueRow; href: string; selected: boolean; tabbable: boolean }

/**
 * One case in the list: its clock over its fuse, what it is, what it costs, and what happens if nobody acts. Only the
 * clock ticks: a list may be hundreds of rows long.
 */
export const QueueRowLink = memo(function QueueRowLink({ row, href, selected, tabbable }: RowProps) {
  const passed = useHasPassed(row.clock?.dueAt)
  const pays = !passed && row.consequence?.outcome === 'REFUND'
  return (
    <Link
      aria-selected={selected}
      className={ROW}
      data-case={row.no}
      href={href}
      prefetch={false}
      role="option"
      scroll={false}
      tabIndex={tabbable ? 0 : -1}
    >
      {row.clock ? (
        <RowClock clock={row.clock} />
      ) : row.dispute ? (
        <DisputeClock dispute={row.dispute} />
      ) : (
        <span className="text-xs">
          <StatusWord status={row.status} />
        </span>
      )}
      <span className="block min-w-0">
        <span className="flex h-5.5 min-w-0 items-center gap-2">
          <RowTitle muted={passed} row={row} />
          <span
            className={`ml-auto pl-2 text-base whitespace-nowrap ${pays ? 'font-semibold text-ink' : 'text-ink-3'}`}
          >
            {formatFen(row.amountFen, row.currency)}
          </span>
        </span>
        <span className="flex h-4.5 min-w-0 items-center gap-2 text-xs text-ink-2 max-md:mt-0.5">
          <RowSentence passed={passed} row={row} />
          <RowFlag row={row} />
        </span>
      </span>
    </Link>
  )
})

const ROW =
  'group relative grid h-(--size-row) [contain-intrinsic-size:auto_60px] [content-visibility:auto] grid-cols-[76px_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline aria-selected:bg-accent-tint aria-selected:shadow-[inset_2px_0_var(--color-accent)] max-md:h-17'

function RowTitle({ row, muted }: { row: QueueRow; muted: boolean }) {
  const t = useTranslations('words')
  const type = rowTypeOf(row)
  return (
    <>
      <span className={`font-medium whitespace-nowrap ${muted ? 'text-ink-3' : 'text-ink'}`}>
        {t(`rowType.${type}`)}
      </span>
      <span className={`truncate ${muted ? 'text-ink-3' : ''}`}>
        {row.title}
        {row.quantity > 1 && ` ${t('quantity', { n: row.quantity })}`}
        {row.furtherLines > 0 && ` ${t('furtherLines', { n: row.furtherLines })}`}
        <span className="text-ink-3"> · {row.buyerName}</span>
      </span>
    </>
  )
}

function rowTypeOf({ status, type, dispute }: QueueRow) {
  if (dispute) return dispute.evidence.open ? 'EVIDENCE' : 'IN_DISPUTE'
  return status === 'AWAITING_RECEIPT' ? status : type
}

const OUTCOME_ICONS = { REFUND: Undo2, APPROVE_RETURN: Package, CLOSE: XCircle }

function RowSentence({ row, passed }: { row: QueueRow; passed: boolean }) {
  const t = useTranslations('queue')
  const words = useTranslations('words')
  const locale = useLocale()
  const today = useToday()
  if (row.clock && row.consequence) {
    const now = passed ? row.clock.dueAt + 1 : today
    return (
      <span className="flex min-w-0 flex-1 items-center gap-1.25">
        <Icon
          as={passed ? CircleDashed : OUTCOME_ICONS[row.consequence.outcome]}
          className="flex-none text-ink-3"
          small
        />
        <span className="truncate">
          <ConsequenceSentence as="row" clock={row.clock} consequence={row.consequence} now={now} />
          <span className="text-ink-3 max-lg:hidden"> · {row.consequence.clause}</span>
        </span>
      </span>
    )
  }
  if (row.dispute) return <DisputeSentence dispute={row.dispute} />
  const when = row.closedAt === null ? null : formatWhen(row.closedAt, today, locale)
  return (
    <span className="min-w-0 flex-1 truncate text-ink-3">
      {row.closeReason && `${words(`closeReason.${row.closeReason}`)} · `}
      {when === null ? t(row.waitingOn === 'PLATFORM' ? 'stuck' : 'withGateway') : when}
    </span>
  )
}

/** One flag at the most: the newest news wins. */
function RowFlag({ row }: { row: QueueRow }) {
  const t = useTranslations('queue')
  const words = useTranslations('words')
  if (row.shippedSince) return <ShippedSinceFlag />
  if (row.unread)
    return (
      <span className={`${FLAG} text-accent-ink`}>
        <Icon as={MessageSquare} small />
        <span className="max-lg:sr-only">{t('flags.unread')}</span>
      </span>
    )
  if (row.aware && row.status === 'PENDING_REVIEW')
    return (
      <span className={`${FLAG} text-ink-3`}>
        <Icon as={Check} small />
        <span className="max-lg:sr-only">{t('flags.contacted')}</span>
      </span>
    )
  if (row.attempt > 1)
    return (
      <span className={`${FLAG} text-ink-3`}>
        <Icon as={CornerUpLeft} small />
        <span className="max-lg:sr-only">{words('attemptShort', { n: row.attempt })}</span>
      </span>
    )
  return null
}

const FLAG = 'inline-flex flex-none items-center gap-0.75 whitespace-nowrap'
