'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import { ClauseLink } from '@/components/ui/clause-link'
import { Kbd } from '@/components/ui/kbd'
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
  const common = useTranslations('common')
  const consequence = useId()
  return (
    <div
      aria-describedby={consequence}
      aria-label={t('label')}
      className="flex min-h-(--size-actions) flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-accent-tint px-4 py-2.5 md:px-6"
      onKeyDown={(event) => event.key === 'Escape' && !switching && onCancel()}
      role="alertdialog"
    >
      <p className="min-w-0 flex-1 basis-80 text-ink" id={consequence}>
        <Consequence enable={enable} {...said} />
      </p>
      <div className="flex flex-none items-center gap-2 max-md:w-full max-md:flex-row-reverse">
        <Button disabled={switching} onClick={onCancel} size="lg" variant="bare">
          {common('cancel')}
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
        <Button
          autoFocus
          busy={switching}
          busyLabel={t('busy')}
          className="max-md:flex-1"
          onClick={onConfirm}
          reason={offline && problems('offline')}
          size="lg"
          variant="primary"
        >
          {t('do')}
          <Kbd className="max-md:hidden">⏎</Kbd>
        </Button>
      </div>
    </div>
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
