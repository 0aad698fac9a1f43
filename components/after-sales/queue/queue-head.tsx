'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { ChooseButton, HeadBox, PickedCount } from '@/components/after-sales/bulk/head-box'
import { useAnySelected } from '@/components/after-sales/bulk/selection-store'
import { useToday } from '@/components/after-sales/use-ticked'
import { countText } from '@/components/list/count-text'
import { UpdatesButton } from '@/components/list/updates-button'
import type { ListView } from '@/components/list/use-list-view'
import { useMarkChips } from '@/components/marks/use-mark-chips'
import { Icon } from '@/components/ui/icon'
import { type QueueParam, withQueueParams } from '@/lib/after-sales/params'
import { COUNT_LIMIT, type QueueFilter } from '@/lib/after-sales/views'
import { formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { queueTotal } from './queue-total'
import { SortButton } from './sort-button'
import { orderWord } from './sort-choice'
import type { Queue } from './use-queue'

export type QueueHeadProps = { queue: Queue; view: ListView; shopId: string; total: number | undefined }

/** How the list is ordered, what narrows it (each can be taken away), and how much of it is there. */
export function QueueHead({ queue, view, shopId, total }: QueueHeadProps) {
  const t = useTranslations('queue')
  const chips = useChips(queue.filter, shopId)
  const loaded = queue.rows.length
  const all = queueTotal(queue, total)
  const selecting = useAnySelected()
  return (
    <div className="flex min-h-8 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1 text-xs text-ink-3">
      <HeadBox />
      <PickedCount total={all < COUNT_LIMIT ? all : undefined} />
      {!selecting && <span>{t(`order.${orderWord(queue.filter)}`)}</span>}
      {chips.map(({ label, changes }) => (
        <Chip changes={changes} key={label} label={label} />
      ))}
      <span className="ml-auto inline-flex items-center gap-2">
        <UpdatesButton view={view}>{loaded > 0 && t('range', { loaded, total: countText(all) })}</UpdatesButton>
        {loaded > 0 && <ChooseButton />}
        <SortButton filter={queue.filter} />
      </span>
    </div>
  )
}

type Changes = { [P in QueueParam]?: null }

function Chip({ label, changes }: { label: string; changes: Changes }) {
  const t = useTranslations('queue')
  const pathname = usePathname()
  const params = useSearchParams()
  return (
    <Link
      aria-label={t('removeFilter', { filter: label })}
      className="inline-flex h-6 items-center gap-1 rounded-sm border border-line-strong px-2 text-ink-2 hover:bg-inset hover:no-underline"
      href={`${pathname}${withQueueParams(new URLSearchParams(params), changes)}`}
      prefetch={false}
      scroll={false}
    >
      <span className="max-w-40 truncate">{label}</span>
      <Icon as={X} small />
    </Link>
  )
}

/** The active filters in words. */
function useChips(filter: QueueFilter, shopId: string): { label: string; changes: Changes }[] {
  const t = useTranslations('queue.chips')
  const words = useTranslations('words')
  const locale = useLocale()
  const today = useToday()
  const marks = useMarkChips(filter, shopId)
  const chips: { label: string; changes: Changes }[] = []
  if (filter.search) chips.push({ label: t('search', { text: filter.search }), changes: { search: null } })
  if (filter.type) chips.push({ label: words(`type.${filter.type}`), changes: { type: null } })
  if (filter.reason) chips.push({ label: words(`reason.${filter.reason}`), changes: { reason: null } })
  if (filter.minFen !== undefined)
    chips.push({ label: t('min', { amount: formatFen(filter.minFen) }), changes: { min: null } })
  if (filter.maxFen !== undefined)
    chips.push({ label: t('max', { amount: formatFen(filter.maxFen) }), changes: { max: null } })
  if (filter.dueWithinHours !== undefined)
    chips.push({ label: t('within', { hours: filter.dueWithinHours }), changes: { within: null } })
  if (filter.dueHour !== undefined)
    chips.push({ label: t('hour', { when: formatDay(filter.dueHour, today, locale) }), changes: { hour: null } })
  if (marks.assignee !== null)
    chips.push({ label: t('assignee', { who: marks.assignee }), changes: { assignee: null } })
  if (marks.flag !== null) chips.push({ label: t('flag', { flag: marks.flag }), changes: { flag: null } })
  return chips
}
