import { useTranslations } from 'next-intl'
import type { WebhookRefused } from '@/lib/webhooks/views'

/** Why nothing was changed, in words. Null: no answer came. */
export function useWebhookProblem(): (outcome: WebhookRefused | null) => string {
  const t = useTranslations('webhooks.problems')
  return (outcome) => {
    if (outcome === null) return t('unanswered')
    const { refusal } = outcome
    return refusal.code === 'tooManyEndpoints' ? t(refusal.code, { limit: refusal.limit }) : t(refusal.code)
  }
}
