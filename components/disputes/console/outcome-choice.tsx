'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { RULING_OUTCOMES, type RulingOutcome } from '@/lib/after-sales/domain/dispute'
import { rulingMisfit } from '@/lib/after-sales/domain/ruling-consequence'
import type { CaseView } from '@/lib/after-sales/views'
import { AmountField } from './amount-field'
import type { RefundLimit } from './ruling-draft'
import { useConsequenceHint } from './use-consequence'
import type { RulingForm } from './use-ruling'

/** R4.5 The outcomes, each with what it comes to; what the case does not have stands there with the reason. */
export function OutcomeChoice({ view, form }: { view: CaseView; form: RulingForm }) {
  const t = useTranslations('console')
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-ink-2">{t('ruling.outcome')}</legend>
      <div className="grid gap-1">
        {RULING_OUTCOMES.map((outcome) => (
          <Option form={form} key={outcome} outcome={outcome} view={view} />
        ))}
      </div>
    </fieldset>
  )
}

function Option({ outcome, view, form }: { outcome: RulingOutcome; view: CaseView; form: RulingForm }) {
  const t = useTranslations('console.ruling')
  const words = useTranslations('words.rulingOutcome')
  const id = useId()
  const hint = useConsequenceHint(view, outcome)
  const misfit = useMisfit(view, form.limit, outcome)
  const { draft, change, limit } = form
  const chosen = draft.outcome === outcome && misfit === null
  return (
    <div>
      <label className={`flex gap-2 py-1 max-md:py-1.5 ${misfit ? 'text-ink-3' : 'cursor-pointer text-ink'}`}>
        <input
          aria-describedby={`${id}-hint`}
          aria-labelledby={`${id}-label`}
          checked={chosen}
          className="mt-0.75 size-3.5 flex-none cursor-pointer appearance-none rounded-full border border-line-control bg-surface checked:border-4 checked:border-accent disabled:cursor-not-allowed disabled:border-line disabled:bg-inset max-md:mt-0.5 max-md:size-4.5 max-md:checked:border-5"
          disabled={misfit !== null}
          name="outcome"
          onChange={() => change({ outcome })}
          type="radio"
        />
        <span className="min-w-0">
          <span className={chosen ? 'font-semibold' : undefined} id={`${id}-label`}>
            {words(outcome)}
          </span>
          <span className="block text-xs text-ink-3" id={`${id}-hint`}>
            {misfit ?? hint}
          </span>
        </span>
      </label>
      {chosen && outcome === 'REFUND' && (
        <div className="flex flex-wrap items-start gap-1.5 pb-1 pl-5.5">
          {!limit.named && (
            <ToggleGroup
              aria-label={t('amount')}
              onValueChange={(how) => change({ part: how === 'part' })}
              options={[
                { value: 'whole', label: t('whole') },
                { value: 'part', label: t('part') },
              ]}
              value={draft.part ? 'part' : 'whole'}
            />
          )}
          {(limit.named || draft.part) && <AmountField form={form} view={view} />}
        </div>
      )}
    </div>
  )
}

/** Why the case does not have this outcome, in words; null where it does. */
function useMisfit(view: CaseView, { mostFen, named }: RefundLimit, outcome: RulingOutcome): string | null {
  const t = useTranslations('console')
  const misfit = rulingMisfit(view, outcome)
  if (misfit) return t(named ? `misfit.${misfit}Service` : `misfit.${misfit}`)
  return outcome === 'REFUND' && mostFen === 0 ? t('hint.REFUND.NOTHING') : null
}
