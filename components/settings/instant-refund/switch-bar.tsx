'use client'

import { Zap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import { formatFen } from '@/lib/money'
import { daysIn } from './numbers'
import type { SwitchDeskProps } from './switch-desk'

export type SwitchBarProps = Pick<SwitchDeskProps, 'on' | 'replay'> & { offline: boolean; onAsk: () => void }

/** The act, and what it means. */
export function SwitchBar({ on, replay, offline, onAsk }: SwitchBarProps) {
  const t = useTranslations('instantRefund')
  const { from, until, fitting, amountFen, currency } = replay
  const means = () => {
    if (on) return t('bar.offMeans')
    if (fitting === 0) return t('bar.onMeansNone')
    return t.rich('bar.onMeans', {
      days: daysIn(until - from),
      cases: fitting,
      amount: formatFen(amountFen, currency),
      b: (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>,
    })
  }
  return (
    <section
      aria-label={t('bar.label')}
      className="flex min-h-(--size-actions) flex-wrap items-center gap-x-2 gap-y-1.5 border-t border-line-strong bg-surface px-4 py-2.5 md:px-6"
    >
      <Button
        className="max-md:w-full"
        onClick={onAsk}
        reason={offline && t('problems.offline')}
        size="lg"
        variant={on ? 'plain' : 'primary'}
      >
        <Icon as={Zap} small />
        {t(on ? 'bar.off' : 'bar.on')}
      </Button>
      <span className="min-w-0 flex-1 max-md:basis-full max-md:text-xs">{means()}</span>
      <span className="text-xs text-ink-3 max-md:hidden">
        {t('bar.record')} · <ClauseLink clause="R5.1" />
      </span>
    </section>
  )
}
