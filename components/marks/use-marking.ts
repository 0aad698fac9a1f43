'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { announceChange } from '@/components/after-sales/signals'
import { toast } from '@/components/ui/toaster'
import { assignCase, flagCase, noteCase } from '@/lib/marks/actions'
import type { CaseFlag } from '@/lib/marks/domain/mark'
import type { CaseMarks, Person, UnmarkOutcome } from '@/lib/marks/views'

/** Why a mark did not get there. `failed`: nobody knows. */
export type MarkFault = 'caseUnknown' | 'assigneeUnknown' | 'markOvertaken' | 'failed'

export type Marking = {
  /** One is on its way. */
  marking: boolean
  /** Each returns why it came to nothing, or null when it is so now. */
  assign: (to: Person | null) => Promise<MarkFault | null>
  flag: (flag: CaseFlag | null) => Promise<MarkFault | null>
  note: (text: string, key: string) => Promise<MarkFault | null>
}

/** Marks the case; what it is afterwards the server says. */
export function useMarking({ no, assignee, flag }: CaseMarks): Marking {
  const t = useTranslations('marks')
  const router = useRouter()
  const [sending, setSending] = useState(false)
  const [refreshing, startRefreshing] = useTransition()

  const settle = async (answer: Promise<UnmarkOutcome>): Promise<MarkFault | null> => {
    setSending(true)
    const outcome = await answer.catch(() => null)
    setSending(false)
    announceChange()
    startRefreshing(() => router.refresh())
    return faultOf(outcome)
  }
  const takeBack = async (answer: Promise<UnmarkOutcome>) => {
    const fault = await settle(answer)
    toast(fault === null ? t('undone') : t('notUndone', { why: t(`faults.${fault}`) }))
  }
  const tell = (message: string, undo: (() => Promise<void>) | null) =>
    toast(message, undo ? { action: { label: t('undo'), onClick: () => void undo() } } : {})

  return {
    marking: sending || refreshing,
    assign: async (to) => {
      const userId = to?.userId ?? null
      const before = assignee?.userId ?? null
      if (userId === before) return null
      const fault = await settle(assignCase({ no, userId }))
      // who has left the shop is given nothing any more, not back either
      const undoable = assignee === null || assignee.active
      const undo = () => takeBack(assignCase({ no, userId: before, undoes: userId }))
      if (fault === null)
        tell(to ? t('assigned', { no, name: to.name }) : t('unassigned', { no }), undoable ? undo : null)
      return fault
    },
    flag: async (next) => {
      if (next === flag) return null
      const fault = await settle(flagCase({ no, flag: next }))
      const undo = () => takeBack(flagCase({ no, flag, undoes: next }))
      if (fault === null) tell(next ? t('flagged', { no, flag: t(`flags.${next}`) }) : t('unflagged', { no }), undo)
      return fault
    },
    note: (text, key) => settle(noteCase({ no, text, key })),
  }
}

function faultOf(outcome: UnmarkOutcome | null): MarkFault | null {
  if (outcome?.ok) return null
  return outcome && 'refusal' in outcome ? outcome.refusal.code : 'failed'
}
