'use client'

import { Wrench } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { targetLevelOf } from '@/components/after-sales/level'
import { formatOverdue } from '@/components/after-sales/overdue'
import { useHasPassed, useShownTime, useTicked, useToday } from '@/components/after-sales/use-ticked'
import { Clock } from '@/components/ui/clock'
import { Icon } from '@/components/ui/icon'
import { isExchangeKind, isServiceType, nextSteps } from '@/lib/after-sales/domain/service'
import type { QueueRow, Clock as RunningClock } from '@/lib/after-sales/views'
import { formatAbsolute, formatCountdown, formatDay } from '@/lib/i18n/time'

const MINUTE = 60_000

/** R3.4 Until when a first answer is owed; missed, by how much. */
export function AnswerClock({ clock }: { clock: RunningClock }) {
  const t = useTranslations('queue.service')
  const locale = useLocale()
  const late = useTicked((now) => Math.floor((now - clock.dueAt) / MINUTE) * MINUTE)
  const now = useShownTime(clock.dueAt)
  const overdue = now > clock.dueAt
  return (
    <Clock absolute={t('target', { when: formatAbsolute(clock.dueAt, now, locale) })} {...targetLevelOf(clock, now)}>
      {overdue ? (
        <span className="text-sm">{t('overdue', { time: formatOverdue(late, locale) })}</span>
      ) : (
        formatCountdown(clock.dueAt - now, locale)
      )}
    </Clock>
  )
}

/** What the merchant does next on a service that no clock decides. */
export function ServiceSentence({ row }: { row: Pick<QueueRow, 'clock' | 'type' | 'serviceStep'> }) {
  const t = useTranslations('queue.service')
  const steps = useTranslations('case.service.next')
  const { clock, type, serviceStep } = row
  const [next = 'DONE'] = isServiceType(type) ? nextSteps({ kind: type, step: serviceStep }) : []
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.25">
      <Icon as={Wrench} className="flex-none text-ink-3" small />
      <span className="truncate">
        {clock ? <Answer dueAt={clock.dueAt} /> : t.rich('next', { step: steps(next), quiet, strong })}
        <span className="text-ink-3 max-lg:hidden"> · {isExchangeKind(type) ? 'R3.3' : 'R3.4'}</span>
      </span>
    </span>
  )
}

function Answer({ dueAt }: { dueAt: number }) {
  const t = useTranslations('queue.service')
  const locale = useLocale()
  const when = formatDay(dueAt, useToday(), locale)
  const overdue = useHasPassed(dueAt)
  return t.rich(overdue ? 'late' : 'answer', {
    when,
    quiet,
    strong,
    late: (chunks: ReactNode) => <b className="font-semibold text-danger">{chunks}</b>,
  })
}

const strong = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>
const quiet = (chunks: ReactNode) => <span className="text-ink-3">{chunks}</span>
