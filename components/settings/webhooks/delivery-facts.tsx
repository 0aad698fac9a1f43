'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { StatusMark, type StatusTone } from '@/components/ui/status-mark'
import { daysUntil, formatAbsolute, formatDate, formatTimeWithSeconds, formatWhen } from '@/lib/i18n/time'
import type { DeliveryStatus, WebhookDeliveryRow, WebhookType } from '@/lib/webhooks/views'
import { isAboutCase } from './type-groups'

const TONES: Record<DeliveryStatus, StatusTone> = { PENDING: 'refunding', DELIVERED: 'refunded', FAILED: 'rejected' }

export function DeliveryMark({ status }: { status: DeliveryStatus }) {
  const t = useTranslations('webhooks.status')
  return <StatusMark tone={TONES[status]}>{t(status)}</StatusMark>
}

/** To the second, as it stands in the receiver's own log. */
export function Instant({ at, now }: { at: number; now: number }) {
  const locale = useLocale()
  return (
    <time dateTime={new Date(at).toISOString()} title={formatAbsolute(at, now, locale)}>
      {formatDate(at, now, locale)} {formatTimeWithSeconds(at)}
    </time>
  )
}

/** A kind of webhook in words, and as programs call it. */
export function TypeName({ type }: { type: WebhookType }) {
  const t = useTranslations('webhooks.types')
  return (
    <>
      <span className="text-ink">{t(type)}</span> <code className="text-2xs text-ink-3">{type}</code>
    </>
  )
}

/** What it is about: a case, which can be opened. */
export function DeliverySubject({ type, subject }: Pick<WebhookDeliveryRow, 'type' | 'subject'>) {
  // above the button that covers its row
  return isAboutCase(type) ? (
    <Link className="relative z-10 whitespace-nowrap" href={`/cases/${subject}`} prefetch={false}>
      {subject}
    </Link>
  ) : (
    subject
  )
}

export type StandingProps = {
  row: WebhookDeliveryRow
  now: number /** Its endpoint's deliveries wait. */
  paused: boolean
}

/** Where it is, and when it is tried next. */
export function DeliveryStanding({ row: { status, nextAttemptAt, lastError }, now, paused }: StandingProps) {
  const t = useTranslations('webhooks.status')
  const locale = useLocale()
  if (status !== 'PENDING') return <DeliveryMark status={status} />
  const at = !paused && nextAttemptAt !== null && nextAttemptAt > now ? nextAttemptAt : null
  return (
    <StatusMark tone={TONES.PENDING}>
      <span>
        {t(lastError === null ? 'PENDING' : 'RETRYING')}
        {paused && ` · ${t('paused')}`}
        {at !== null && (
          <time dateTime={new Date(at).toISOString()} title={formatAbsolute(at, now, locale)}>
            {` · ${daysUntil(at, now) === 0 ? formatTimeWithSeconds(at) : formatWhen(at, now, locale)}`}
          </time>
        )}
      </span>
    </StatusMark>
  )
}

type Answered = Pick<WebhookDeliveryRow, 'lastStatusCode' | 'lastError'>

/** What the receiver answered, or why no answer came, in words. */
export function Answer({ lastStatusCode, lastError }: Answered) {
  const t = useTranslations('webhooks.answers')
  const code = lastStatusCode === null ? '' : String(lastStatusCode)
  if (lastError !== null) return t(lastError, { code })
  return code ? t('arrived', { code }) : <span className="text-ink-3">{t('none')}</span>
}
