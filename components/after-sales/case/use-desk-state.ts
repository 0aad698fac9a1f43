'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { toast } from '@/components/ui/toaster'
import { actOnCase, nextUrgentCase } from '@/lib/after-sales/actions'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { ActOutcome, CaseView } from '@/lib/after-sales/views'
import { useCaseHref } from './case-link'
import type { Tab } from './case-tabs'
import type { Desk, Step } from './desk'
import { markLanding } from './landing'
import { isStale, type Problem, problemOf, wasOutrun } from './problem'
import { forgetDecisionDrafts } from './use-draft'
import { usePassed } from './use-passed'

/** All that a case on the screen can do and is doing. */
export function useDeskState(view: CaseView, showTab: (tab: Tab) => void): Desk {
  const { no, version, clock } = view
  const router = useRouter()
  const hrefOf = useCaseHref()
  const clockPassed = usePassed(clock, view.now)
  const [step, setStep] = useState<Step>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const passed = clockPassed || isStale(problem, version)
  const [deciding, startDeciding] = useTransition()
  const composer = useRef<HTMLTextAreaElement>(null)

  // What was about to be confirmed may no longer be there: somebody else's decision, or the clock's.
  const fits = step !== null && isStillPossible(step, view, passed)
  useEffect(() => {
    if (step !== null && !fits) setStep(null)
  }, [step, fits])

  const goOn = async () => {
    const next = await nextUrgentCase(no).catch(() => null)
    markLanding()
    router.push(hrefOf(next))
    router.refresh()
  }
  const settle = (outcome: ActOutcome | null): outcome is ActOutcome & { ok: true } => {
    const found = problemOf(outcome, version)
    setProblem(found)
    if (wasOutrun(found)) {
      setStep(null)
      announceChange()
      router.refresh()
    }
    return found === null
  }

  return {
    view,
    passed,
    step: fits ? step : null,
    open: (next) => {
      setProblem(null)
      setStep(next)
    },
    deciding,
    decide: (command, done) =>
      startDeciding(async () => {
        const outcome = await send(no, command, version)
        if (!settle(outcome)) return
        forgetDecisionDrafts(no)
        announceChange()
        toast(done)
        await goOn()
      }),
    talk: async (command) => {
      // talk does not change the case: whatever version is shown, it may be said
      const outcome = await send(no, command, undefined)
      if (!settle(outcome)) return false
      announceChange()
      router.refresh()
      return true
    },
    problem,
    composer,
    compose: () => {
      showTab('talk')
      // the tab has to be there before its field can be
      requestAnimationFrame(() => composer.current?.focus())
    },
    goNext: () => startDeciding(goOn),
    seeHistory: () => {
      showTab('timeline')
      requestAnimationFrame(() => document.getElementById('case-timeline')?.scrollIntoView({ block: 'start' }))
    },
  }
}

async function send(no: string, command: Command, version: number | undefined): Promise<ActOutcome | null> {
  return actOnCase({ no, command, ...(version !== undefined && { version }) }).catch(() => null)
}

/** The list beside the case fetches anew. */
export function announceChange(): void {
  dispatchEvent(new Event('afterdesk:changed'))
}

function isStillPossible(step: NonNullable<Step>, { available, blocked }: CaseView, passed: boolean): boolean {
  if (passed) return false
  if (step === 'contact') return available.includes('logContact')
  if (step === 'reject') return available.includes('reject') || blocked.some(({ action }) => action === 'reject')
  return available.includes(step.confirm)
}
