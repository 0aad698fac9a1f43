'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { useClockName } from '@/components/after-sales/use-clock-name'
import { ClauseLink } from '@/components/ui/clause-link'
import { useNow } from '@/components/ui/ticker'
import { isTarget } from '@/lib/after-sales/domain/deadline'
import { policyOf } from '@/lib/after-sales/domain/policy'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView, Clock } from '@/lib/after-sales/views'

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
        <Point clause="R4.5">{t(isServiceType(view.type) ? 'rulingService' : 'ruling')}</Point>
        {view.service?.step === null && <Point clause="R3.1">{t('lapses')}</Point>}
        <Point clause="R4.1">{t('once')}</Point>
      </ul>
    </section>
  )
}

function Freeze({ clock, view }: { clock: Clock; view: CaseView }) {
  const t = useTranslations('dispute.escalate')
  const clockName = useClockName()
  const locale = useLocale()
  const stands = frozenLeft(clock.dueAt - useNow(), locale)
  if (isTarget(clock.kind)) return <Point clause="R4.2">{t.rich('freezeTarget', { ...stands, b: strong })}</Point>
  return (
    <Point clause="R4.2">
      {t.rich('freeze', {
        status: clockName(clock.kind),
        left: stands.left,
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
