'use client'

import { useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView } from '@/lib/after-sales/views'
import { formatTimeWithSeconds } from '@/lib/i18n/time'
import { isDecision } from './decision'
import { useEventSentence } from './event-sentence'
import { isStale, type Problem, wasOutrun } from './problem'
import { useRefusalText } from './use-refusal-text'

/** Why it did not go through, what to do, and what happened meanwhile if that is why. */
export function ProblemText({ problem, view }: { problem: Problem; view: CaseView }) {
  const t = useTranslations('refusal')
  const told = useTranslations('case.meanwhile')
  const inCase = useTranslations('case')
  const refusalText = useRefusalText()
  const sentence = useEventSentence()
  if (problem.kind === 'failed' || problem.kind === 'gone') return t(problem.kind)
  if (problem.kind === 'lost') return inCase('filesLost', { name: problem.name })
  if (problem.kind === 'invalid') return t('invalid', { detail: problem.detail })
  // shown once the new state is here
  const decided = wasOutrun(problem) && !isStale(problem, view.version) ? view.timeline.find(isDecision) : undefined
  const what =
    decided &&
    told('what', { time: formatTimeWithSeconds(decided.effectiveAt), what: sentence(decided, view.attempt > 1) })
  if (problem.kind === 'overtaken') return what
  const { refusal } = problem
  return (
    <>
      {what && `${what} · `}
      {refusalText(refusal)} {'clause' in refusal && <ClauseLink clause={refusal.clause} />}
    </>
  )
}
