'use client'

import { Clock3 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { ClauseLink } from '@/components/ui/clause-link'
import { Note } from '@/components/ui/note'
import { Textarea } from '@/components/ui/textarea'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { useSendKey } from '@/components/ui/use-send-key'
import { LIABILITIES } from '@/lib/after-sales/domain/dispute'
import { formatDay } from '@/lib/i18n/time'
import { ClaimLine } from './claim-line'
import { leaveField } from './leave-field'
import { OutcomeChoice } from './outcome-choice'
import { RulingEnd } from './ruling-end'
import type { DisputeDesk } from './use-dispute-desk'
import { useRuling } from './use-ruling'
import { useRulingActs } from './use-ruling-acts'

export type RulingFormProps = {
  desk: DisputeDesk
  /** A key asked for the form where it is not shown. */
  onWanted: () => void
  children: ReactNode
}

/** R4.5 Liability, outcome, and why; below it what will happen, in a sentence, and the button that does it. */
export function RulingForm({ desk, onWanted, children }: RulingFormProps) {
  const t = useTranslations('console')
  const form = useRuling(desk)
  const { draft, change, length, limits } = form
  const rationale = useRef<HTMLTextAreaElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const send = () => {
    // over a sheet, or where the sentence is not to be seen, nothing is decided
    if (!document.querySelector('[role="dialog"]') && panel.current?.checkVisibility()) form.send()
  }
  const sendKey = useSendKey(send)
  const wanted = (act: () => void) => () => {
    onWanted()
    act()
  }
  // at once: what is typed next is meant for the field
  const writeIn =
    (field: () => HTMLElement | null | undefined, act: () => void = () => {}) =>
    () => {
      flushSync(wanted(act))
      field()?.focus()
    }
  const refundPart = writeIn(
    () => panel.current?.querySelector<HTMLElement>('[name="part"]'),
    () => change({ outcome: 'REFUND', part: true }),
  )
  useRulingActs(desk, {
    liability: (liability) => wanted(() => change({ liability }))(),
    // of a service every refund is of a part
    refund: form.limit.named ? refundPart : wanted(() => change({ outcome: 'REFUND', part: false })),
    refundPart,
    returnFirst: wanted(() => change({ outcome: 'RETURN_THEN_REFUND' })),
    dismiss: wanted(() => change({ outcome: 'DISMISS' })),
    rationale: writeIn(() => rationale.current),
  })

  return (
    <>
      <div
        className="grid min-h-0 flex-1 content-start gap-3.5 overflow-y-auto px-4 pb-3 md:px-5 [scrollbar-width:thin]"
        ref={panel}
      >
        <ClaimLine desk={desk} />
        <TooEarly desk={desk} />
        <div>
          <p className="mb-1 text-xs text-ink-2">{t('ruling.liability')}</p>
          <ToggleGroup
            aria-label={t('ruling.liability')}
            className="flex!"
            onValueChange={(liability) => change({ liability })}
            options={LIABILITIES.map((value) => ({ value, label: t(`liability.${value}`) }))}
            value={draft.liability ?? undefined}
          />
        </div>
        <OutcomeChoice form={form} view={desk.view} />
        <div>
          <div className="mb-1 flex items-baseline gap-2 text-xs text-ink-2">
            <label htmlFor="rationale">{t('ruling.rationale')}</label>
            <span
              className={`ml-auto ${length > limits.max ? 'font-semibold text-danger' : 'text-ink-3'}`}
              id="rationale-count"
            >
              {t('ruling.count', { count: length, max: limits.max })}
            </span>
          </div>
          <Textarea
            aria-describedby="rationale-count"
            aria-invalid={length > limits.max || undefined}
            className="min-h-30 xl:min-h-42"
            id="rationale"
            onChange={(event) => change({ rationale: event.target.value })}
            onKeyDown={leaveField}
            placeholder={t('ruling.write')}
            ref={rationale}
            value={draft.rationale}
          />
        </div>
        {children}
      </div>
      <RulingEnd desk={desk} form={form} onSend={send} sendKey={sendKey} />
    </>
  )
}

/** R4.5 Not before both sides are heard, or have let their time go by. */
function TooEarly({ desk: { view } }: { desk: DisputeDesk }) {
  const t = useTranslations('console.ruling')
  const locale = useLocale()
  const block = view.blocked.find(({ action }) => action === 'ruleDispute')?.refusal
  if (block?.code !== 'evidenceOpen') return null
  return (
    <Note icon={Clock3} tone="warn">
      {t('tooEarly', { when: formatDay(block.dueAt, view.now, locale) })} <ClauseLink clause="R4.5" />
    </Note>
  )
}
