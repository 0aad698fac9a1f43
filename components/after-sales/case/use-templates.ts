'use client'

import { useTranslations } from 'next-intl'
import { REJECTION_REASONS, type RejectionReason } from '@/lib/after-sales/domain/after-sale'

export type Template = { key: string; reason: RejectionReason; title: string; text: string }

/** The built-in texts that match the filter; those for `first` stand before the others. */
export function useTemplates(first: RejectionReason | undefined, filter: string): Template[] {
  const t = useTranslations('reject.templates')
  const words = useTranslations('words.rejectionReason')
  // a branch of the messages, not one of them
  const all = t.raw('list' as never) as Record<RejectionReason, Record<string, { title: string; text: string }>>
  const sought = filter.trim().toLowerCase()
  return REJECTION_REASONS.flatMap((reason) =>
    Object.entries(all[reason]).map(([key, template]) => ({ key: `${reason}.${key}`, reason, ...template })),
  )
    .filter(({ title, text, reason }) => `${words(reason)} ${title} ${text}`.toLowerCase().includes(sought))
    .sort((a, b) => Number(b.reason === first) - Number(a.reason === first))
}
