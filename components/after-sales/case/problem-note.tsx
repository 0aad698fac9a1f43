'use client'

import { Clock, Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Note } from '@/components/ui/note'
import { useDesk } from './desk'
import { KeptText } from './kept-text'
import { wasOutrun } from './problem'
import { ProblemText } from './problem-text'

const link = 'text-accent-ink underline underline-offset-3'

/** What came of an act that was refused: over the bar, where it was tried. */
export function ProblemNote({ className }: { className?: string }) {
  const t = useTranslations('case.meanwhile')
  const { problem, view, seeHistory, goNext } = useDesk()
  if (!problem) return null
  const late = problem.kind === 'refused' && problem.refusal.code === 'deadlinePassed'
  const outrun = wasOutrun(problem)
  return (
    <Note
      className={className}
      icon={late ? Clock : outrun ? Info : TriangleAlert}
      role="alert"
      tone={outrun && !late ? 'info' : 'bad'}
    >
      <ProblemText problem={problem} view={view} />
      {outrun && <KeptText no={view.no} />}
      {outrun && (
        <span className="mt-1 flex gap-3">
          <button className={link} onClick={seeHistory} type="button">
            {t('seeHistory')}
          </button>
          <button className={link} onClick={goNext} type="button">
            {t('next')}
          </button>
        </span>
      )}
    </Note>
  )
}
