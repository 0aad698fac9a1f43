'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { fetchJson, isWorthRetrying } from '@/components/list/fetch'
import { replyValue } from '@/lib/i18n/reply-value'
import type { Language, Variable } from '@/lib/quick-replies/domain/variables'
import type { RepliesForUse } from '@/lib/quick-replies/views'
import { type Desk, useDeskIfAny } from './desk'

const FRESH_MS = 30_000

/** The texts of the case's shop, or of `shopId` where no case is around; fetched once somebody is about to want them. */
export function useReplyData(wanted: boolean, shopId?: string) {
  const desk = useDeskIfAny()
  const locale = useLocale()
  const shop = shopId ?? desk?.view.shop.id ?? ''
  return useQuery({
    queryKey: ['replies', shop, locale],
    queryFn: ({ signal }) =>
      fetchJson<RepliesForUse>(`/api/desk/replies?${new URLSearchParams({ shop, locale })}`, signal),
    enabled: wanted,
    staleTime: FRESH_MS,
    retry: isWorthRetrying,
  })
}

/** What a placeholder stands for on this case (`replyValue`); `me`: who writes. */
export function valueOn(
  { view, passed }: Pick<Desk, 'view' | 'passed'>,
  me: string | undefined,
  variable: Variable,
  language: Language,
): string | null {
  const { no, amountFen, currency, now } = view
  const facts = {
    no,
    amountFen,
    currency,
    now,
    orderNo: view.order.no,
    buyerName: view.buyer.name,
    titles: view.lines.map(({ title }) => title),
    dueAt: passed ? null : (view.clock?.dueAt ?? null),
    writer: me ?? null,
  }
  return replyValue(facts, variable, language)
}
