'use client'

import { UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import type { DisputeDesk } from './use-dispute-desk'

/** Who works on the dispute, so that two do not rule on one; taking it, giving it back, taking it over. */
export function ClaimLine({ desk }: { desk: DisputeDesk }) {
  const t = useTranslations('console.claim')
  const { dispute, me, view, claiming, offline, claim, release } = desk
  const by = dispute.claim
  const mine = by?.userId === me
  const words = by === null ? t('nobody') : mine ? t('mine') : t('by', { name: by.name })
  return (
    <div
      className={`flex flex-wrap items-center gap-x-2 gap-y-1 rounded-sm py-1.5 pr-1.5 pl-2.5 text-xs ${
        by !== null && !mine ? 'bg-frozen-tint text-ink' : 'bg-surface text-ink-2'
      }`}
    >
      <Icon as={UserRound} className={by === null ? 'text-ink-3' : 'text-frozen'} small />
      <span className="min-w-0 flex-1" role="status">
        {words}
        {by !== null && (
          <span className="text-ink-3">
            {' · '}
            <Moment at={by.at} now={view.now} />
          </span>
        )}
      </span>
      <Button
        aria-keyshortcuts="T"
        busy={claiming}
        disabled={offline}
        onClick={() => (mine ? release() : claim(by !== null))}
      >
        {t(mine ? 'release' : by === null ? 'take' : 'takeOver')}
        <Kbd className="max-md:hidden">T</Kbd>
      </Button>
    </div>
  )
}
