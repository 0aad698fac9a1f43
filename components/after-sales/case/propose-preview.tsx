'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { CaseView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import type { ProposalDraft } from './use-proposal'

/** The proposal as it will stand before the buyer. */
export function ProposePreview({ view, proposal: { kind, note } }: { view: CaseView; proposal: ProposalDraft }) {
  const t = useTranslations('case.propose')
  const words = useTranslations('words.type')
  const text = note.trim()
  return (
    <div className="mt-2 rounded-sm border border-line-strong bg-inset p-3">
      {kind === undefined ? (
        <p className="text-xs text-ink-3">{t('empty')}</p>
      ) : (
        <>
          <div className="flex items-baseline justify-between gap-2">
            <b className="font-semibold text-ink">{t('headline', { kind: words(kind) })}</b>
            <span className="text-xs text-ink-3">{view.shop.name}</span>
          </div>
          {text === '' ? (
            <p className="mt-1 text-xs text-ink-3">{t('empty')}</p>
          ) : (
            <p className="mt-1 leading-read whitespace-pre-line text-ink">{text}</p>
          )}
          <div className="mt-1.5 text-xs text-ink-3">{t('then', { kind: words(kind), clause: 'R3.1' })}</div>
        </>
      )}
    </div>
  )
}

/** Says so when another proposal still waits. */
export function Replaces({ view: { service, now } }: { view: CaseView }) {
  const t = useTranslations('case.propose')
  const words = useTranslations('words.type')
  const locale = useLocale()
  const waiting = service?.step === null ? service.proposal : null
  if (!waiting) return null
  return (
    <p className="mt-1.5 text-xs text-warn">
      {t('replaces', { kind: words(waiting.kind), when: formatWhen(waiting.at, now, locale) })}
    </p>
  )
}
