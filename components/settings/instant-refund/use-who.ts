import { useTranslations } from 'next-intl'
import type { SwitchRecord } from '@/lib/instant-refund/views'

/** Who switched it, in words; a person or a key that is gone has no name left. */
export function useWho(): (by: SwitchRecord['by']) => string {
  const t = useTranslations('instantRefund.who')
  return ({ role, name }) => (name === null ? t(`unnamed${role}`) : t(role, { name }))
}
