'use client'

import { MessageSquare, Phone, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { countText } from '@/components/list/count-text'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { COUNT_LIMIT } from '@/lib/after-sales/views'
import { openStep, pickMatching, useSelecting } from './selection-store'

const ACTS = [
  { type: 'sendMessage', icon: MessageSquare, keyName: 'C' },
  { type: 'logContact', icon: Phone, keyName: 'L' },
  { type: 'assign', icon: UserRound, keyName: 'I' },
] as const

export type OtherActsProps = { hasMore: boolean; total: number | undefined; offline: boolean }

/** What can be done besides approving; and, where the list goes on below what is loaded, to select all of it. */
export function OtherActs({ hasMore, total, offline }: OtherActsProps) {
  const t = useTranslations('bulk')
  const { selection } = useSelecting()
  return (
    <div className="flex flex-wrap items-center gap-x-0.5 px-2.5 pt-1.5 text-xs">
      {ACTS.map(({ type, icon, keyName }) => (
        <Button aria-keyshortcuts={keyName} disabled={offline} key={type} onClick={() => openStep(type)} variant="bare">
          <Icon as={icon} small />
          {t(`acts.${type}`)}
          <Kbd className="max-md:hidden">{keyName}</Kbd>
        </Button>
      ))}
      {hasMore && !selection.all && (
        <Button className="ml-auto text-accent-ink!" onClick={pickMatching} variant="bare">
          {t('pickAll', { count: countText(total ?? COUNT_LIMIT) })}
        </Button>
      )}
    </div>
  )
}
