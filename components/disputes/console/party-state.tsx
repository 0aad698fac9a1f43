'use client'

import { Check, CircleSlash, Clock3 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { levelOf } from '@/components/after-sales/level'
import { useShownTime } from '@/components/after-sales/use-ticked'
import { levelClass } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import type { DisputeView, PartyView } from '@/lib/disputes/views'
import { formatAbsolute, formatCountdown } from '@/lib/i18n/time'

/** R4.3 Whether a side is heard: done, still giving, out of time, or silent to the end. */
export function PartyState({ dispute, side }: { dispute: DisputeView; side: Side }) {
  const t = useTranslations('console.state')
  const party = dispute.evidence[side]
  if (party.open) return <Running party={party} />
  if (party.submissions.length === 0)
    return (
      <span className={`${STATE} font-semibold text-passed`}>
        <Icon as={CircleSlash} small />
        {t(party.done ? 'declined' : 'silent')}
      </span>
    )
  return (
    <span className={`${STATE} ${party.done ? 'text-ok' : 'text-ink-3'}`}>
      <Icon as={party.done ? Check : Clock3} small />
      {t(party.done ? 'done' : 'timeOver')}
    </span>
  )
}

const STATE = 'flex items-center gap-1 text-xs whitespace-nowrap'

function Running({ party: { dueAt, limitMs, submissions } }: { party: PartyView }) {
  const t = useTranslations('console.state')
  const locale = useLocale()
  const now = useShownTime(dueAt)
  const { level } = levelOf({ dueAt, limitMs }, now)
  const absolute = formatAbsolute(dueAt, now, locale)
  const left = level === 'passed' ? t('timeOver') : formatCountdown(dueAt - now, locale)
  return (
    <span className={`${STATE} ${levelClass({ level })}`} title={absolute}>
      <span className="text-ink-3">{t(submissions.length === 0 ? 'waiting' : 'givingOn')}</span>
      <span aria-hidden="true" className={`text-(--level) ${level === 'h6' || level === 'h1' ? 'font-semibold' : ''}`}>
        {left}
      </span>
      <span className="sr-only">{absolute}</span>
    </span>
  )
}
