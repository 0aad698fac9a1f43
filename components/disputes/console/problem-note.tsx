'use client'

import { Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRefusalText } from '@/components/after-sales/case/use-refusal-text'
import { ClauseLink } from '@/components/ui/clause-link'
import { Note } from '@/components/ui/note'
import { type Problem, wasOutrun } from './problem'

/** What came of an act that was refused, where it was tried. */
export function ProblemNote({ problem, className }: { problem: Problem; className?: string }) {
  const text = useProblemText()
  const outrun = wasOutrun(problem)
  const clause = problem.kind === 'refused' && 'clause' in problem.refusal ? problem.refusal.clause : null
  return (
    <Note className={className} icon={outrun ? Info : TriangleAlert} role="alert" tone={outrun ? 'info' : 'bad'}>
      {text(problem)} {clause && <ClauseLink clause={clause} />}
    </Note>
  )
}

function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('refusal')
  const console = useTranslations('console')
  const refusalText = useRefusalText()
  return (problem) => {
    if (problem.kind === 'invalid') return t('invalid', { detail: problem.detail })
    if (problem.kind === 'gone') return console('gone.title')
    if (problem.kind === 'failed') return t('failed')
    const { refusal } = problem
    if (refusal.code === 'claimedByColleague') return console('claim.refused', { name: refusal.by.name })
    return refusalText(refusal)
  }
}
