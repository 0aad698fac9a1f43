import { useLocale, useTranslations } from 'next-intl'
import type { KeyInvalid, KeyRefused } from '@/lib/api-keys/views'
import { formatDay } from '@/lib/i18n/time'

/** Why a key was not made, rotated or revoked, in words. Null: no answer came. */
export function useKeyProblem(now: number): (outcome: KeyRefused | KeyInvalid | null) => string {
  const t = useTranslations('apiKeys.problems')
  const locale = useLocale()
  return (outcome) => {
    if (outcome === null) return t('unanswered')
    if ('invalid' in outcome) return t('invalid')
    const { refusal } = outcome
    switch (refusal.code) {
      case 'keyAlreadyRevoked':
      case 'keyExpired':
      case 'keyAlreadyRotated':
        return t(refusal.code, { when: formatDay(refusal.at, now, locale) })
      case 'tooManyKeys':
        return t(refusal.code, { max: refusal.max })
      default:
        return t(refusal.code)
    }
  }
}
