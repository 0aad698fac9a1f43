import { useTranslations } from 'next-intl'
import type { TwoStepRefusal } from '@/lib/two-step/views'

/** Why a code, or a password asked for beside one, was not taken, in words. */
export function useCodeRefusal(): (refusal: TwoStepRefusal) => string {
  const t = useTranslations('twoStep.refusals')
  return (refusal) => ('minutes' in refusal ? t(refusal.code, { minutes: refusal.minutes }) : t(refusal.code))
}
