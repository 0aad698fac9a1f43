'use client'

import { useTranslations } from 'next-intl'
import { StatusMark } from '@/components/ui/status-mark'
import type { WebhookAttemptView } from '@/lib/webhooks/views'
import { Answer, Instant } from './delivery-facts'

/** Every attempt, the latest first: when, what was answered, how long it took. */
export function AttemptLog({ attempts, now }: { attempts: WebhookAttemptView[]; now: number }) {
  const t = useTranslations('webhooks.attempts')
  return (
    <section aria-label={t('title')}>
      <h3 className="text-xs text-ink-3">{t('title')}</h3>
      {attempts.length === 0 && <p className="mt-1 text-xs">{t('none')}</p>}
      <ol>
        {attempts.map((attempt) => (
          <li className="border-b border-line py-1.5 text-xs last:border-0" key={attempt.n}>
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-ink-3">{t('nth', { n: attempt.n })}</span>
              <Instant at={attempt.startedAt} now={now} />
              <StatusMark className="whitespace-normal!" tone={attempt.error === null ? 'refunded' : 'rejected'}>
                <span>
                  <Answer lastError={attempt.error} lastStatusCode={attempt.statusCode} />
                </span>
              </StatusMark>
              <span className="ml-auto whitespace-nowrap text-ink-3">{t('took', { ms: attempt.durationMs })}</span>
            </div>
            {attempt.excerpt.trim() !== '' && (
              <pre className="mt-1 max-h-24 overflow-y-auto rounded-sm border border-line bg-surface px-2 py-1 text-2xs wrap-anywhere whitespace-pre-wrap text-ink-2">
                {attempt.excerpt}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
