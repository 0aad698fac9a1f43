'use client'

import { CircleCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { ConsequenceSentence } from '@/components/after-sales/consequence'
import { ServiceSentence } from '@/components/after-sales/queue/service-in-row'
import { useHasPassed, useToday } from '@/components/after-sales/use-ticked'
import { Icon } from '@/components/ui/icon'
import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { Clock } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import type { ServiceRow } from '@/lib/services/views'

/** What happens if nobody acts, or what is to be done next; of what is over, how it ended. */
export function RowComing({ row }: { row: ServiceRow }) {
  if (row.serviceStep === 'DONE') return <Ended row={row} />
  if (row.clock && row.consequence) return <Completes clock={row.clock} consequence={row.consequence} />
  return <ServiceSentence row={row} />
}

function Completes({ clock, consequence }: { clock: Clock; consequence: Consequence }) {
  const today = useToday()
  const now = useHasPassed(clock.dueAt) ? clock.dueAt + 1 : today
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.25">
      <Icon as={CircleCheck} className="flex-none text-ink-3" small />
      <span className="truncate">
        <ConsequenceSentence as="row" clock={clock} consequence={consequence} now={now} />
        <span className="text-ink-3 max-md:hidden xl:max-[1400px]:hidden"> · {consequence.clause}</span>
      </span>
    </span>
  )
}

function Ended({ row: { byItself, reachedAt } }: { row: ServiceRow }) {
  const t = useTranslations('services.ended')
  const when = formatWhen(reachedAt, useToday(), useLocale())
  return <span className="truncate text-ink-3">{t(byItself ? 'EXPIRED' : 'CONFIRMED', { when })}</span>
}
