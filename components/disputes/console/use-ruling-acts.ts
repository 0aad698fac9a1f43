'use client'

import { useTranslations } from 'next-intl'
import { keysOf, useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import { type Act, useActs } from '@/components/layout/acts'
import { LIABILITIES, type Liability } from '@/lib/after-sales/domain/dispute'
import { rulingMisfit } from '@/lib/after-sales/domain/ruling-consequence'
import type { DisputeDesk } from './use-dispute-desk'

/** What the form does when it is asked to. */
export type RulingSteps = {
  liability: (liability: Liability) => void
  refund: () => void
  refundPart: () => void
  returnFirst: () => void
  dismiss: () => void
  rationale: () => void
}

/** Each part of a ruling by its key, and in the palette. What makes it so is the form's own button. */
export function useRulingActs(
  { view, dispute, me, claiming, offline, claim, release }: DisputeDesk,
  steps: RulingSteps,
): void {
  const t = useTranslations('console')
  const keys = useTranslations('shell.keys')
  const mine = dispute.claim?.userId === me
  const mayClaim = !claiming && !offline
  const acts = (): (Act | false)[] => [
    !claiming && {
      id: 'claim',
      label: t(mine ? 'claim.release' : dispute.claim === null ? 'claim.take' : 'claim.takeOver'),
      keys: 'T',
      whyNot: offline && t('missing.connection'),
      run: mayClaim ? () => (mine ? release() : claim(dispute.claim !== null)) : null,
    },
    ...LIABILITIES.map((one, n) => ({
      id: `liability:${one}`,
      label: t('palette.liability', { side: t(`liability.${one}`) }),
      keys: String(n + 1),
      run: () => steps.liability(one),
    })),
    { id: 'outcome:refund', label: keys('refund'), keys: 'R', run: steps.refund },
    { id: 'outcome:part', label: keys('refundPart'), keys: 'P', run: steps.refundPart },
    rulingMisfit(view, 'RETURN_THEN_REFUND') === null && {
      id: 'outcome:return',
      label: keys('returnFirst'),
      keys: 'B',
      run: steps.returnFirst,
    },
    { id: 'outcome:dismiss', label: keys('dismiss'), keys: 'D', run: steps.dismiss },
    { id: 'rationale', label: keys('rationale'), keys: 'W', run: steps.rationale },
  ]
  useActs('case', acts)
  useCaseKeys(keysOf(acts()))
}
