'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { summaryKey } from '@/components/after-sales/queue/fetch'
import { toast } from '@/components/ui/toast'
import { moveFilter, removeFilter, renameFilter, saveFilter, updateFilter } from '@/lib/saved-filters/actions'
import type { Direction, SavedFilter } from '@/lib/saved-filters/domain/filter-list'
import type { FilterOutcome, FilterSaved } from '@/lib/saved-filters/views'
import { useFilterProblem } from './use-filter-problem'

export type FilterChanges = ReturnType<typeof useFilterChanges>

/** What a member does with his saved filters; each gives what came of it, null when it did not. `problem`: why not. */
export function useFilterChanges(shopId: string) {
  const t = useTranslations('queue.saved')
  const client = useQueryClient()
  const problemText = useFilterProblem()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const run = async (act: () => Promise<FilterOutcome>): Promise<FilterSaved | null> => {
    setProblem(null)
    setBusy(true)
    const outcome = await act().catch(() => null)
    // what others did meanwhile shows too
    await client.invalidateQueries({ queryKey: summaryKey })
    setBusy(false)
    if (outcome?.ok) return outcome
    setProblem(problemText(outcome))
    return null
  }
  const restore = async ({ id, name, query }: SavedFilter, at: number) => {
    const outcome = await saveFilter({ shopId, id, name, query, at }).catch(() => null)
    await client.invalidateQueries({ queryKey: summaryKey })
    toast(outcome?.ok ? t('restored', { name }) : problemText(outcome))
  }
  return {
    busy,
    problem,
    /** For who does not see what moved. */
    said,
    save: async (name: string, query: string) => {
      const saved = await run(() => saveFilter({ shopId, name, query }))
      if (saved) toast(t('done', { name }))
      return saved
    },
    update: async ({ id, name }: SavedFilter, query: string) => {
      const saved = await run(() => updateFilter({ shopId, id, query }))
      if (saved) toast(t('updated', { name }))
      return saved
    },
    rename: (id: string, name: string) => run(() => renameFilter({ shopId, id, name })),
    move: async ({ id, name }: SavedFilter, direction: Direction) => {
      const saved = await run(() => moveFilter({ shopId, id, direction }))
      if (saved) setSaid(t('moved', { name, place: 1 + saved.list.findIndex((one) => one.id === id) }))
    },
    /** `at`: where it stood, counted from 0, and stands again when it comes back. */
    remove: async (filter: SavedFilter, at: number) => {
      const { id, name } = filter
      const saved = await run(() => removeFilter({ shopId, id }))
      if (saved)
        toast(t('removed', { name }), { action: { label: t('undo'), onClick: () => void restore(filter, at) } })
      return saved
    },
  }
}
