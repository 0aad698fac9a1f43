'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { fetchJson, isWorthRetrying } from '@/components/list/fetch'
import { formatDate, formatTime } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import type { Language, Variable } from '@/lib/quick-replies/domain/variables'
import type { RepliesForUse } from '@/lib/quick-replies/views'
import { type Desk, useDesk } from './desk'

const FRESH_MS = 30_000

/** The shop's texts; fetched once somebody is about to want them. */
export function useReplyData(wanted: boolean) {
  const { view } = useDesk()
  const locale = useLocale()
  const shop = view.shop.id
  return useQuery({
    queryKey: ['replies', shop, locale],
    queryFn: ({ signal }) =>
      fetchJson<RepliesForUse>(`/api/desk/replies?${new URLSearchParams({ shop, locale })}`, signal),
    enabled: wanted,
    staleTime: FRESH_MS,
    retry: isWorthRetrying,
  })
}

/**
 * What a placeholder stands for on this case; `me`: who writes. Null where it has none: no amount on a service, no deadline
 * where no clock runs.
 */
export function valueOn(
  { view, passed }: Pick<Desk, 'view' | 'passed'>,
  me: string | undefined,
  variable: Variable,
  language: Language,
): string | null {
  switch (variable) {
    case 'buyer':
      return view.buyer.name
    case 'caseNo':
      return view.no
    case 'orderNo':
      return view.order.no
    case 'goods':
      return view.lines.map(({ title }) => title).join(language === 'en' ? ', ' : '、')
    case 'amount':
      return view.amountFen > 0 ? formatFen(view.amountFen, view.currency) : null
    case 'deadline':
      // a day by its date: nobody knows when it will be read
      return view.clock && !passed
        ? `${formatDate(view.clock.dueAt, view.now, language)} ${formatTime(view.clock.dueAt)}`
        : null
    case 'agent':
      return me ?? null
  }
}
