'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { useWatchers } from './use-watchers'
import { namesOf } from './wording'

/** On a row: who else has it open. Quiet, where nothing weightier stands. */
export function WatcherFlag({ no }: { no: string }) {
  const t = useTranslations()
  const watchers = useWatchers(no)
  if (watchers.length === 0) return null
  const names = namesOf(watchers)
  return (
    <span className="inline-flex flex-none items-center gap-0.75 whitespace-nowrap text-ink-3">
      <Icon as={Eye} small />
      <span aria-hidden="true" className="max-w-24 truncate max-lg:hidden">
        {t('queue.flags.watching', names)}
      </span>
      <span className="sr-only">{t('case.watchers.here', names)}</span>
    </span>
  )
}
