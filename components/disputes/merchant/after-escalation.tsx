'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { useShownTime } from '@/components/after-sales/use-ticked'
import { ClauseLink } from '@/components/ui/clause-link'
import { statusOfDeadline } from '@/lib/after-sales/domain/deadline'
import { policyOf } from '@/lib/after-sales/domain/policy'
import type { CaseView, Clock } from '@/lib/after-sales/views'
import { formatCountdown } from '@/lib/i18n/time'

const HOUR = 60 * 60 * 1000
const strong = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>

/** R4.1–R4.6 What asking the platform brings about, before it is confirmed. */
export function AfterEscalation({ view }: { view: CaseView }) {
  const t = useTranslations('dispute.escalate')
  const id = useId()
  const hours = policyOf(view.policyVersion).evidenceMs / HOUR
  return (
    <section aria-labelledby={id} className="border-t border-line pt-3.5">
      <h3 className="text-xs text-ink-2" id={id}>
        {t('after')}
      </h3>
      <ul className="mt-1.5 grid gap-1.5 leading-read text-ink">
        {view.clock && <Freeze clock={view.clock} view={view} />}
        <Point clause="R4.3">{t.rich('hours', { hours, b: strong })}</Point>
        <Point clause="R4.5">{t('ruling')}</Point>
        <Point clause="R4.1">{t('once')}</Point>
      </ul>
    </section>
  )
}

function Freeze({ clock, view }: { clock: Clock; view: CaseView }) {
  const t = useTranslations('dispute.escalate')
  const words = useTranslations('words.status')
  const locale = useLocale()
  const now = useShownTime(clock.dueAt)
  return (
    <Point clause="R4.2">
      {t.rich('freeze', {
        status: words(statusOfDeadline(clock.kind)),
        left: formatCountdown(clock.dueAt - now, locale),
        outcome: view.consequence?.outcome ?? 'CLOSE',
        b: strong,
      })}
    </Point>
  )
}

function Point({ clause, children }: { clause: string; children: ReactNode }) {
  return (
    <li className="relative pl-3.5 before:absolute before:top-2.25 before:left-0 before:size-1 before:rounded-full before:bg-calm">
      {children} <ClauseLink className="align-[1px]" clause={clause} />
    </li>
  )
}
