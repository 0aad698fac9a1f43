'use client'

import { cx } from 'class-variance-authority'
import {
  AlarmClock,
  FileQuestionMark,
  Gavel,
  Handshake,
  Inbox,
  type LucideIcon,
  MessageSquare,
  Scale,
  ScrollText,
  Truck,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { StatusWord } from '@/components/after-sales/status-word'
import { useToday } from '@/components/after-sales/use-ticked'
import { Icon } from '@/components/ui/icon'
import { sayNotice } from '@/lib/i18n/notice-sentence'
import { formatDay } from '@/lib/i18n/time'
import type { NoticeKind } from '@/lib/notifications/domain/notices'
import type { NoticeView } from '@/lib/notifications/views'
import { Ago } from './ago'

const SIGNS: { [K in NoticeKind]: LucideIcon } = {
  CASE_OPENED: Inbox,
  DEADLINE_SOON: AlarmClock,
  BUYER_ANSWERED: MessageSquare,
  PROPOSAL_ANSWERED: Handshake,
  ORDER_SHIPPED: Truck,
  DISPUTE_OPENED: Scale,
  EVIDENCE_ASKED: FileQuestionMark,
  DISPUTE_RULED: Gavel,
  DISPUTE_READY: ScrollText,
}

export type NoticeRowProps = { notice: NoticeView; onOpen: () => void; shopId: string | null }

/** What it says, of which case, how that stands now, and since when it is known. What is unread has weight and a dot. */
export function NoticeRow({ notice, onOpen, shopId }: NoticeRowProps) {
  const t = useTranslations('notices')
  const words = useTranslations('words')
  const locale = useLocale()
  const today = useToday()
  const { news, unread, title, buyerName, shop } = notice
  // whose words it is, the sentence says
  const buyer = news.kind === 'BUYER_ANSWERED' ? [] : [buyerName]
  const about = [title, ...buyer, ...(shop.id === shopId ? [] : [shop.name])].join(' · ')
  return (
    <Link
      className="flex gap-2.5 px-4 py-2.5 text-ink-2 -outline-offset-2 hover:bg-inset hover:no-underline"
      href={useHref(notice)}
      onClick={onOpen}
      prefetch={false}
    >
      <Icon as={SIGNS[news.kind]} className={cx('mt-0.5', unread ? 'text-ink' : 'text-ink-3')} />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={cx('line-clamp-2', unread && 'font-semibold text-ink')}>
          {sayNotice(notice, { t, words, when: (at) => formatDay(at, today, locale) })}
        </span>
        <span className="flex gap-x-2 gap-y-0.5 text-xs text-ink-3 max-md:flex-wrap">
          <span className="min-w-0 truncate max-md:basis-full md:order-1 md:flex-1">{about}</span>
          <StatusWord status={notice.status} />
          <Ago at={notice.at} className="whitespace-nowrap max-md:ml-auto md:order-2" />
        </span>
      </span>
      <span className="mt-1.5 size-2 flex-none">
        {unread && <span aria-label={t('unread')} className="block size-2 rounded-full bg-accent" role="img" />}
      </span>
    </Link>
  )
}

/** The queue keeps its tab and filters; support goes to its console. */
function useHref({ no, news }: NoticeView): string {
  const inQueue = usePathname().startsWith('/cases')
  const query = useSearchParams().toString()
  if (news.kind === 'DISPUTE_READY') return `/disputes/${no}`
  return inQueue && query ? `/cases/${no}?${query}` : `/cases/${no}`
}
