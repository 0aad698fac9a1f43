'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState, useTransition } from 'react'
import { startBulk } from '@/lib/bulk/actions'
import type { BulkPreview, BulkProgress } from '@/lib/bulk/views'
import { RUNS_KEY } from './fetch'
import { letGo, openStep, readSelecting } from './selection-store'
import { putAway } from './use-runs'

export type Start = {
  starting: boolean
  /** Why it was not begun: it did not get there, or what was shown is too old. */
  fault: 'failed' | 'runUnknown' | null
  /** `renew`: shows it anew when it is too old. */
  start: (preview: BulkPreview, renew: () => void) => Promise<boolean>
}

/**
 * Begins what was shown; then nothing is selected any more, and what was done before is put away. `as`: the selection; why
 * one was not begun says nothing of another.
 */
export function useStart(runs: readonly BulkProgress[], as: string): Start {
  const client = useQueryClient()
  const [starting, startTransition] = useTransition()
  const [found, setFound] = useState<{ fault: Start['fault']; as: string }>({ fault: null, as })
  const begin = async ({ id }: BulkPreview, renew: () => void): Promise<boolean> => {
    const outcome = await startBulk({ id }).catch(() => null)
    setFound({ fault: outcome === null ? 'failed' : outcome.ok ? null : outcome.refusal.code, as })
    if (outcome?.ok) {
      putAway(runs)
      // whether or not that gets there: it is begun
      void client.invalidateQueries({ queryKey: RUNS_KEY })
      letGo()
      return true
    }
    if (outcome !== null) {
      // what is asked next is another sum
      if (readSelecting().step === 'approve') openStep(null)
      renew()
    }
    return false
  }
  return {
    starting,
    fault: found.as === as ? found.fault : null,
    start: (preview, renew) =>
      new Promise((resolve) => startTransition(async () => resolve(await begin(preview, renew)))),
  }
}
