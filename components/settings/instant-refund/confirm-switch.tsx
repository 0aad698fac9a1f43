'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClauseLink } from '@/components/ui/clause-link'
import { ConfirmBar } from '@/components/ui/confirm-bar'
import { formatFen } from '@/lib/money'
import { keptOf } from './fates'
import { daysIn, hoursIn } from './numbers'
import type { SwitchDeskProps } from './switch-desk'

export type ConfirmSwitchProps = Pick<SwitchDeskProps, 'conditions' | 'replay'> & {
  /** What is asked for. */
  enable: boolean
  switching: boolean
  offline: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Stands in the bar's place and says what will be from now on, and what would have been; `Enter` does it, `Esc` goes back. */
export function ConfirmSwitch({ enable, offline, switching, onConfirm, onCancel, ...said }: ConfirmSwitchProps) {
  const t = useTranslations(`instantRefund.confirm.${enable ? 'on' : 'off'}`)
  const problems = useTranslations('instantRefund.problems')
  return (
    <ConfirmBar
      busy={switching}
      busyLabel={t('busy')}
      className="md:px-6"
      doIt={t('do')}
      label={t('label')}
      onCancel={onCancel}
      onConfirm={onConfirm}
      onEscape={onCancel}
      reason={offline && problems('offline')}
    >
      <p>
        <Consequence enable={enable} {...said} />
      </p>
    </ConfirmBar>
  )
}

function Consequence({ enable, conditions, replay }: Pick<ConfirmSwitchProps, 'enable' | 'conditions' | 'replay'>) {
  const t = useTranslations(`instantRefund.confirm.${enable ? 'on' : 'off'}`)
  const { from, until, fitting, amountFen, currency, fates } = replay
  const kept = keptOf(fates)
  const sentence = useTranslations('instantRefund.confirm')
  return (
    <>
      {sentence.rich(fitting > 0 ? 'whole' : 'brief', {
        say: () => t('say', { hours: hoursIn(conditions.paidWithinMs), limit: formatFen(conditions.totalBelowFen) }),
        past: () => (
          <>
            {t.rich('replay', {
              days: daysIn(until - from),
              cases: fitting,
              amount: formatFen(amountFen, currency),
              b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
            })}
            {kept.cases > 0 && t('kept', { cases: kept.cases, amount: formatFen(kept.amountFen, currency) })}
          </>
        ),
        end: () => t('end'),
      })}{' '}
      <ClauseLink clause="R5.1" />
    </>
  )
}
