'use client'

import { useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'
import { formatTimeWithSeconds } from '@/lib/i18n/time'
import { useEventSentence } from './event-sentence'
import { isStale, type Problem, wasOutrun } from './problem'
import { useRefusalText } from './use-refusal-text'

/** Why it did not go through, what to do, and what happened meanwhile if that is why. */
export function ProblemText({ problem, view }: { problem: Problem; view: CaseView }) {
  const t = useTranslations('refusal')
  const told = useTranslations('case.meanwhile')
  const refusalText = useRefusalText()
  const sentence = useEventSentence()
  if (problem.kind === 'failed' || problem.kind === 'gone') return t(problem.kind)
  if (problem.kind === 'invalid') return t('invalid', { detail: problem.detail })
  const { refusal } = problem
  // shown once the new state is here
  const decided = wasOutrun(problem) && !isStale(problem, view.version) ? view.timeline.find(isDecision) : undefined
  return (
    <>
      {decided &&
        `${told('what', { time: formatTimeWithSeconds(decided.effectiveAt), what: sentence(decided, view.attempt > 1) })} · `}
      {refusalText(refusal)} {'clause' in refusal && <ClauseLink clause={refusal.clause} />}
    </>
  )
}

function isDecision({ type }: TimelineEntry): boolean {
  return !['MessageSent', 'MessagesRead', 'ContactLogged'].includes(type)
}
