'use client'

import { CircleCheck, CircleDashed, Package, Undo2, XCircle } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { toggleRow, useRowBox } from '@/components/after-sales/bulk/selection-store'
import { ConsequenceSentence } from '@/components/after-sales/consequence'
import { decidesAt } from '@/components/after-sales/level'
import { StatusWord } from '@/components/after-sales/status-word'
import { useAmountText } from '@/components/after-sales/use-amount-text'
import { useHasPassed, useToday } from '@/components/after-sales/use-ticked'
import { RowLink } from '@/components/list/row-link'
import type { RowPlace } from '@/components/list/row-list'
import { RowMarks } from '@/components/marks/row-marks'
import { Icon } from '@/components/ui/icon'
import { isTarget } from '@/lib/after-sales/domain/deadline'
import type { QueueRow } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { DisputeClock, DisputeSentence } from './dispute-in-row'
import { RowClock } from './row-clock'
import { RowFlag } from './row-flag'
import { AnswerClock, ServiceSentence } from './service-in-row'

export type RowProps = RowPlace & { row: QueueRow }

/**
 * One case in the list: its clock over its fuse, what it is, what it costs, and what happens if nobody acts. Only the
 * clock ticks: a list may be hundreds of rows long.
 */
export const QueueRowLink = memo(function QueueRowLink({ row, ...place }: RowProps) {
  const amountText = useAmountText()
  const passed = useHasPassed(decidesAt(row.clock))
  const box = useRowBox(row.no)
  return (
    <RowLink
      {...place}
      amount={amountText(row)}
      box={{ ...box, onToggle: (range) => toggleRow(row.no, range) }}
      clock={<ClockOf row={row} />}
      heavy={!passed && row.consequence?.outcome === 'REFUND'}
      no={row.no}
      title={<RowTitle muted={passed} row={row} />}
    >
      <RowSentence passed={passed} row={row} />
      <RowFlag row={row} />
    </RowLink>
  )
})

function ClockOf({ row: { clock, dispute, status, type } }: { row: QueueRow }) {
  if (clock) return isTarget(clock.kind) ? <AnswerClock clock={clock} /> : <RowClock clock={clock} />
  if (dispute) return <DisputeClock dispute={dispute} />
  return (
    <span className="text-xs">
      <StatusWord status={status} type={type} />
    </span>
  )
}

function RowTitle({ row, muted }: { row: QueueRow; muted: boolean }) {
  const t = useTranslations('words')
  const type = rowTypeOf(row)
  return (
    <>
      <span className={`font-medium whitespace-nowrap ${muted ? 'text-ink-3' : 'text-ink'}`}>
        {t(`rowType.${type}`)}
      </span>
      <span className={`flex-1 truncate pr-2 ${muted ? 'text-ink-3' : ''}`}>
        {row.title}
        {row.quantity > 1 && ` ${t('quantity', { n: row.quantity })}`}
        {row.furtherLines > 0 && ` ${t('furtherLines', { n: row.furtherLines })}`}
        <span className="text-ink-3"> · {row.buyerName}</span>
      </span>
      <RowMarks row={row} />
    </>
  )
}

function rowTypeOf({ status, type, dispute }: QueueRow) {
  if (dispute) return dispute.evidence.open ? 'EVIDENCE' : 'IN_DISPUTE'
  return status === 'AWAITING_RECEIPT' ? status : type
}

const OUTCOME_ICONS = { REFUND: Undo2, APPROVE_RETURN: Package, CLOSE: XCircle, COMPLETE: CircleCheck }

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
        {/* another day is another sentence: its end does not move, it is new */}
        <span className="truncate" key={now}>
          <ConsequenceSentence as="row" clock={row.clock} consequence={row.consequence} now={now} />
          <span className="text-ink-3 max-lg:hidden"> · {row.consequence.clause}</span>
        </span>
      </span>
    )
  }
  if (row.dispute) return <DisputeSentence dispute={row.dispute} />
  if (row.status === 'IN_SERVICE') return <ServiceSentence row={row} />
  const when = row.closedAt === null ? null : formatWhen(row.closedAt, today, locale)
  return (
    <span className="min-w-0 flex-1 truncate text-ink-3">
      {row.closeReason && `${words(`closeReason.${row.closeReason}`)} · `}
      {when === null ? t(row.waitingOn === 'PLATFORM' ? 'stuck' : 'withGateway') : when}
    </span>
  )
}
