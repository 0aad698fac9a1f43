'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { decidesAt } from '@/components/after-sales/level'
import { useOffline } from '@/components/after-sales/live'
import { announceChange, announceDecision } from '@/components/after-sales/signals'
import { toast } from '@/components/ui/toaster'
import { actOnCase, nextUrgentCase } from '@/lib/after-sales/actions'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { ActOutcome, CaseView } from '@/lib/after-sales/views'
import { useCaseHref } from './case-link'
import type { Tab } from './case-tabs'
import type { Desk, Step } from './desk'
import { markLanding } from './landing'
import { passedOver } from './passed-over'
import { isStale, type Problem, problemOf, wasOutrun } from './problem'
import { takeBackLost } from './take-back-lost'
import { forgetDecisionDrafts } from './use-draft'
import { useEvidencePassed } from './use-evidence-passed'
import { useOvertaken } from './use-overtaken'
import { usePassed } from './use-passed'

/** All that a case on the screen can do and is doing. */
export function useDeskState(view: CaseView, showTab: (tab: Tab) => void): Desk {
  const { no, version, clock } = view
  const router = useRouter()
  const hrefOf = useCaseHref()
  const clockPassed = usePassed(decidesAt(clock), view.now)
  const evidencePassed = useEvidencePassed(view)
  const [step, setStep] = useState<Step>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [decidedAt, setDecidedAt] = useState<number | null>(null)
  const offline = useOffline()
  const overtaken = useOvertaken(view, decidedAt)
  const passed = clockPassed || isStale(problem, version)
  const [deciding, startDeciding] = useTransition()
  const composer = useRef<HTMLTextAreaElement>(null)

  // What was about to be confirmed may no longer be there: somebody else's decision, or the clock's.
  const fits = step !== null && isStillPossible(step, view, passed)
  useEffect(() => {
    if (step !== null && !fits) setStep(null)
  }, [step, fits])

  const goOn = async () => {
    goTo(await nextUrgentCase(no, passedOver()).catch(() => null))
  }
  const goTo = (next: string | null) => {
    markLanding()
    router.push(hrefOf(next))
    router.refresh()
  }
  const settle = (command: Command, outcome: ActOutcome | null): outcome is ActOutcome & { ok: true } => {
    const found = takeBackLost(no, command, problemOf(outcome, version))
    setProblem(found)
    if (wasOutrun(found)) {
      setStep(null)
      announceChange()
      router.refresh()
    }
    return found === null
  }

  const run = (command: Command, sending: () => Promise<ActOutcome | null>, done: string, then?: 'stay') => {
    if (offline || deciding) return
    startDeciding(async () => {
      const outcome = await sending()
      if (!settle(command, outcome)) return
      // evidence decides nothing
      if (command.type !== 'submitEvidence') setDecidedAt(version)
      forgetDecisionDrafts(no, command)
      announceDecision(no)
      toast(done)
      if (outcome.openedNo !== undefined) return goTo(outcome.openedNo)
      if (then !== 'stay') return await goOn()
      setStep(null)
      router.refresh()
    })
  }

  return {
    view,
    passed,
    evidenceOpen: view.available.includes('submitEvidence') && !evidencePassed && !passed,
    offline,
    step: fits ? step : null,
    open: (next) => {
      setProblem(null)
      setStep(next)
    },
    deciding,
    decide: (command, done, then) => run(command, () => send(no, command, version), done, then),
    give: (command, sending, done) => run(command, () => sending().catch(() => null), done, 'stay'),
    talk: async (command) => {
      // talk does not change the case: whatever version is shown, it may be said
      const outcome = await send(no, command, undefined)
      if (!settle(command, outcome)) return false
      announceChange()
      router.refresh()
      return true
    },
    problem: problem ?? overtaken,
    composer,
    compose: () => {
      showTab('talk')
      // the tab has to be there before its field can be
      requestAnimationFrame(() => composer.current?.focus())
    },
    goNext: () => startDeciding(goOn),
    seeFacts: () => showTab('order'),
    seeHistory: () => {
      showTab('timeline')
      requestAnimationFrame(() => document.getElementById('case-timeline')?.scrollIntoView({ block: 'start' }))
    },
  }
}

async function send(no: string, command: Command, version: number | undefined): Promise<ActOutcome | null> {
  return actOnCase({ no, command, ...(version !== undefined && { version }) }).catch(() => null)
}

function isStillPossible(step: NonNullable<Step>, { available, blocked, service }: CaseView, passed: boolean): boolean {
  if (passed) return false
  if (step === 'propose') return available.includes('proposeService')
  if (step === 'contact') return available.includes('logContact')
  if (step === 'escalate') return available.includes('openDispute')
  if (step === 'concede') return available.includes('concedeDispute')
  if (step === 'withdraw') return available.includes('withdrawDispute')
  if (step === 'reject') return available.includes('reject') || blocked.some(({ action }) => action === 'reject')
  if ('record' in step) return service?.nextSteps.includes(step.record) ?? false
  if ('agreed' in step) return available.includes('answerProposal')
  return available.includes(step.confirm)
}
