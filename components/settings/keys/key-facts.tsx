'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { StatusMark } from '@/components/ui/status-mark'
import type { ApiKeyView } from '@/lib/api-keys/views'
import { formatAbsolute, formatDay } from '@/lib/i18n/time'

type Facts = { apiKey: ApiKeyView; now: number }

/** Its name, and what it is called by where it is used. */
export function KeyName({ apiKey: { name, prefix } }: { apiKey: ApiKeyView }) {
  return (
    <>
      <span className="text-sm text-ink">{name}</span>
      <code className="block text-2xs text-ink-3">{prefix}…</code>
    </>
  )
}

export function KeyRole({ apiKey: { holder } }: { apiKey: ApiKeyView }) {
  const t = useTranslations('apiKeys.roles')
  return holder && t(`${holder.role}.name`)
}

export function KeyCreated({ apiKey: { createdBy, createdAt }, now }: Facts) {
  const t = useTranslations('apiKeys')
  return (
    <>
      <Moment at={createdAt} now={now} /> · {createdBy ?? t('byPlatform')}
    </>
  )
}

export function KeyLastUsed({ apiKey: { lastUsedAt }, now }: Facts) {
  const t = useTranslations('apiKeys')
  return lastUsedAt === null ? (
    <span className="text-ink-3">{t('neverUsed')}</span>
  ) : (
    <Moment at={lastUsedAt} now={now} />
  )
}

/** When it was last used, in a sentence of its own. */
export function KeyLastUse({ apiKey: { lastUsedAt }, now }: Facts) {
  const t = useTranslations('apiKeys')
  if (lastUsedAt === null) return t('neverUsed')
  return t.rich('lastUsed', { when: () => <InSentence at={lastUsedAt} now={now} /> })
}

/** Whether it opens anything, until when, and what took its place. */
export function KeyStanding({ apiKey: { state, replacedBy }, now }: Facts) {
  const t = useTranslations('apiKeys.state')
  if (state.kind === 'VALID') return <StatusMark tone="refunded">{t('VALID')}</StatusMark>
  return (
    <>
      <StatusMark tone={state.kind === 'EXPIRING' ? 'service' : 'closed'}>
        <span>{t.rich(state.kind, { when: () => <InSentence at={state.at} now={now} /> })}</span>
      </StatusMark>
      {replacedBy !== null && (
        <span className="block text-ink-3">
          {t.rich('replacedBy', { prefix: replacedBy, code: (text) => <code className="text-2xs">{text}</code> })}
        </span>
      )}
    </>
  )
}

function InSentence({ at, now }: { at: number; now: number }) {
  const locale = useLocale()
  return (
    <time dateTime={new Date(at).toISOString()} title={formatAbsolute(at, now, locale)}>
      {formatDay(at, now, locale)}
    </time>
  )
}
