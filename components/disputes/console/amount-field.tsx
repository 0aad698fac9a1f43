'use client'

import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { parseAmount } from './amount'
import { leaveField } from './leave-field'
import type { RulingForm } from './use-ruling'

/** R4.5 Which part of the amount or, of a service, how much of what is left; what is no part of it is said at once, but not before anything is written. */
export function AmountField({ view, form }: { view: CaseView; form: RulingForm }) {
  const t = useTranslations('console.ruling')
  const { draft, change, limit } = form
  const field = useRef<HTMLInputElement>(null)
  const whole = formatFen(limit.mostFen, view.currency)
  const { fault } = parseAmount(draft.amount, limit.mostFen)
  const of = t(limit.named ? 'atMost' : 'ofWhole', { whole })
  const wrong = fault !== null && fault !== 'missing'
  // chosen just now, it is what comes next; come back to, it is not
  const first = useRef(draft.amount === '')
  useLayoutEffect(() => {
    if (first.current) field.current?.focus()
  }, [])
  return (
    <span className="grid gap-1">
      <span className="flex items-center gap-1.5">
        <span
          className={`flex h-10 w-22 items-center gap-0.5 rounded-sm border bg-surface px-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-focus md:h-7 ${
            wrong ? 'border-danger' : 'border-line-control'
          }`}
        >
          <span aria-hidden="true" className="text-ink-3">
            ¥
          </span>
          <input
            aria-describedby="amount-note"
            aria-invalid={wrong || undefined}
            aria-label={t('partAmount')}
            autoComplete="off"
            className="w-full min-w-0 bg-transparent text-ink outline-none"
            inputMode="decimal"
            maxLength={20}
            name="part"
            onChange={(event) => change({ amount: event.target.value })}
            onKeyDown={leaveField}
            ref={field}
            value={draft.amount}
          />
        </span>
        <span className="text-xs whitespace-nowrap text-ink-3">{of}</span>
      </span>
      <span className={wrong ? 'text-xs text-danger' : 'sr-only'} id="amount-note">
        {wrong ? t(`amountFault.${fault}`, { whole }) : of}
      </span>
    </span>
  )
}
