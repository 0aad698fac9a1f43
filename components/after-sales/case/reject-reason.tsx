'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { REJECTION_REASONS } from '@/lib/after-sales/domain/after-sale'
import { Templates } from './templates'
import { UnfilledNote } from './unfilled-note'
import type { Rejection } from './use-rejection'

export type RejectReasonProps = {
  rejection: Rejection
  limits: { min: number; max: number }
  /** This is the step one is at; when it becomes so, the cursor goes here. */
  current: boolean
}

/** The reason by its name, and in words that the buyer will read. */
export function RejectReason({ rejection, limits, current }: RejectReasonProps) {
  const t = useTranslations('reject.reason')
  const words = useTranslations('words.rejectionReason')
  const { reason, setReason, text, setText, length } = rejection
  const field = useRef<HTMLTextAreaElement>(null)
  const was = useRef(current)
  useEffect(() => {
    if (current && !was.current) field.current?.focus()
    was.current = current
  }, [current])
  return (
    <>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <Select
          aria-label={t('label')}
          onNumber={() => field.current?.focus()}
          onValueChange={setReason}
          options={REJECTION_REASONS.map((value) => ({ value, label: words(value) }))}
          placeholder={t('placeholder')}
          value={reason}
        />
        <Templates
          onChoose={(template) => {
            if (template.reason) setReason(template.reason)
            setText(template.text)
          }}
          onChosen={() => field.current?.focus()}
          reason={reason}
        />
      </div>
      <Textarea
        aria-describedby="rejection-limits"
        aria-label={t('text')}
        className="mt-2 block max-h-80 min-h-19"
        onChange={(event) => setText(event.target.value)}
        placeholder={t('write')}
        ref={field}
        rows={3}
        value={text}
      />
      <div className="mt-1 flex justify-between text-xs text-ink-3" id="rejection-limits">
        <span>{t('hint', limits)}</span>
        <span className={length > limits.max ? 'font-semibold text-danger' : undefined}>
          {t('count', { count: length, max: limits.max })}
        </span>
      </div>
      <UnfilledNote className="mt-2" field={field} onWrite={setText} text={text} />
    </>
  )
}
