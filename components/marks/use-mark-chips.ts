'use client'

import { useTranslations } from 'next-intl'
import type { AssigneeFilter, QueueFilter } from '@/lib/after-sales/views'
import { useAssignable } from './use-assignable'

/** Who is asked for, and which flag, in words; null where neither narrows the list. */
export function useMarkChips(
  { assignee, flag }: Pick<QueueFilter, 'assignee' | 'flag'>,
  shopId: string,
): { assignee: string | null; flag: string | null } {
  const t = useTranslations('marks')
  const name = useMemberName(assignee, shopId)
  return {
    assignee: assignee === undefined ? null : typeof assignee === 'string' ? t(`filter.${assignee}`) : name,
    flag: flag === undefined ? null : t(`flags.${flag}`),
  }
}

function useMemberName(assignee: AssigneeFilter | undefined, shopId: string): string {
  const t = useTranslations('marks')
  const userId = typeof assignee === 'object' ? assignee.userId : null
  const { data } = useAssignable(shopId, userId !== null)
  const member = data?.members.find((one) => one.userId === userId)
  if (member) return member.name
  const former = data?.former.find((one) => one.userId === userId)
  return former ? t('left', { name: former.name }) : t('filter.somebody')
}
