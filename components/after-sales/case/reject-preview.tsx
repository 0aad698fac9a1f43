'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/lib/after-sales/views'
import { MarkedText } from './marked-text'
import type { Rejection } from './use-rejection'

/** The rejection as it will stand before the buyer. */
export function RejectPreview({ view, rejection }: { view: CaseView; rejection: Rejection }) {
  const t = useTranslations('reject.preview')
  const words = useTranslations('words.rejectionReason')
  const { reason, text } = rejection
  return (
    <div className="mt-2 rounded-sm border border-line-strong bg-inset p-3">
      <div className="flex items-baseline justify-between gap-2">
        <b className="font-semibold text-ink">
          {t(view.type === 'REFUND_ONLY' ? 'headline.REFUND_ONLY' : 'headline.RETURN_REFUND')}
        </b>
        <span className="text-xs text-ink-3">{view.shop.name}</span>
      </div>
      {reason && <div className="mt-0.5 text-xs text-ink-2">{t('reason', { reason: words(reason) })}</div>}
      {text.trim() === '' ? (
        <p className="mt-1 text-xs text-ink-3">{t('empty')}</p>
      ) : (
        <p className="mt-1 leading-read whitespace-pre-line text-ink">
          <MarkedText text={text.trim()} />
        </p>
      )}
      <div className="mt-1.5 text-xs text-ink-3">{t('again', { clause: 'R1.4' })}</div>
    </div>
  )
}
