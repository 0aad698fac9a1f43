import { useTranslations } from 'next-intl'
import type { DeadlineKind } from '@/lib/after-sales/domain/after-sale'
import { statusOfDeadline } from '@/lib/after-sales/domain/deadline'

/** What a clock is called: as the status that it runs in; of the two of a service, what each waits for. */
export function useClockName(): (kind: DeadlineKind) => string {
  const words = useTranslations('words')
  return (kind) =>
    kind === 'SERVICE_CONFIRM' || kind === 'SERVICE_ANSWER'
      ? words(`clockOf.${kind}`)
      : words(`status.${statusOfDeadline(kind)}`)
}
