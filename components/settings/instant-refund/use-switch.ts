'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import { switchInstantRefund } from '@/lib/instant-refund/actions'
import type { SwitchOutcome } from '@/lib/instant-refund/views'

/**
 * Asks, switches, and shows what is so then. `on`: as the server last said; what is asked is over once it says that
 * somebody else did it.
 */
export function useSwitch(shopId: string, on: boolean) {
  const t = useTranslations('instantRefund')
  const router = useRouter()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [switching, startSwitching] = useTransition()
  const problemText = useProblemText()
  const problems = useTranslations('instantRefund.problems')
  // what is asked must not come back by itself once it is undone again
  if (wanted === on && !switching) {
    setWanted(null)
    setRefused(problems(on ? 'meanwhileOn' : 'meanwhileOff'))
  }

  const want = (next: boolean | null) => {
    setRefused(null)
    setWanted(next)
  }
  const confirm = () => {
    if (wanted === null) return
    startSwitching(async () => {
      const outcome = await switchInstantRefund({ shopId, enabled: wanted, seen: on }).catch(() => null)
      if (outcome?.ok) toast(t(`confirm.${outcome.enabled ? 'on' : 'off'}.done`))
      // it stays busy until the page shows how it is now
      startSwitching(() => {
        router.refresh()
        setWanted(null)
        setRefused(outcome?.ok ? null : problemText(outcome))
      })
    })
  }
  return {
    asked: wanted,
    ask: want,
    cancel: () => want(null),
    confirm,
    switching,
    problem: refused,
  }
}

/** Why it was not switched. Null: no answer came. */
function useProblemText(): (outcome: Exclude<SwitchOutcome, { ok: true }> | null) => string {
  const t = useTranslations('instantRefund.problems')
  return (outcome) => {
    if (outcome === null) return t('unanswered')
    if ('gone' in outcome) return t('gone')
    if (outcome.refusal.code === 'notPermitted') return t('notPermitted')
    return t(outcome.refusal.enabled ? 'meanwhileOn' : 'meanwhileOff')
  }
}
