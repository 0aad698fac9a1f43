'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { markLanding } from '@/components/after-sales/case/landing'
import { useOffline } from '@/components/after-sales/live'
import { announceChange, announceDecision } from '@/components/after-sales/signals'
import { ALL } from '@/components/disputes/list/source'
import { useListHref } from '@/components/list/use-list-href'
import { toast } from '@/components/ui/toast'
import type { CommandOf } from '@/lib/after-sales/domain/commands'
import type { CaseView } from '@/lib/after-sales/views'
import { actOnDispute, claimDispute, nextDispute, releaseDispute } from '@/lib/disputes/actions'
import type { ClaimOutcome, DisputeOutcome, DisputeView } from '@/lib/disputes/views'
import { type Problem, problemOf, wasOutrun } from './problem'

/** A case with its dispute, as somebody of support has it open. `me`: who that is. */
export type OpenDispute = { view: CaseView; dispute: DisputeView; me: string }

export type DisputeDesk = OpenDispute & {
  /** The server cannot be reached: what is shown may be old, so nothing is decided on it. */
  offline: boolean
  /** A ruling or a request is on its way. */
  busy: boolean
  problem: Problem | null
  /** Rules, says so (`done`), and opens the next dispute that waits for a ruling. `forget`: once it is certain. */
  rule: (command: CommandOf<'ruleDispute'>, done: string, forget: () => void) => void
  /** Asks for more; whether it went through. */
  request: (command: CommandOf<'requestEvidence'>, done: string) => Promise<boolean>
  /** A claim is being made or given back. */
  claiming: boolean
  claim: (takeOver: boolean) => void
  release: () => void
  goNext: () => void
}

/** All that somebody of support can do with the dispute on the screen, and is doing. */
export function useDisputeDesk(open: OpenDispute): DisputeDesk {
  const { no, version } = open.view
  const router = useRouter()
  const hrefOf = useListHref(ALL.path)
  const offline = useOffline()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, startActing] = useTransition()
  const [claiming, startClaiming] = useTransition()

  const goOn = async () => {
    const next = await nextDispute(no).catch(() => null)
    markLanding()
    router.push(hrefOf(next))
    router.refresh()
  }
  const settle = (outcome: DisputeOutcome | ClaimOutcome | null): boolean => {
    const found = problemOf(outcome)
    setProblem(found)
    // what did not get there changed nothing, and asking for the page would not get there either
    if (found !== null && !wasOutrun(found)) return false
    announceChange()
    if (found !== null) router.refresh()
    return found === null
  }
  const send = (command: CommandOf<'ruleDispute'> | CommandOf<'requestEvidence'>) =>
    actOnDispute({ no, version, command }).catch(() => null)
  const changeClaim = (change: () => Promise<ClaimOutcome>) => {
    if (offline) return
    startClaiming(async () => {
      if (settle(await change().catch(() => null))) router.refresh()
    })
  }

  return {
    ...open,
    offline,
    busy,
    problem,
    rule: (command, done, forget) => {
      if (offline || busy) return
      startActing(async () => {
        if (!settle(await send(command))) return
        forget()
        announceDecision(no)
        toast(done)
        await goOn()
      })
    },
    request: (command, done) =>
      new Promise((resolve) => {
        startActing(async () => {
          const went = settle(await send(command))
          if (went) {
            toast(done)
            router.refresh()
          }
          resolve(went)
        })
      }),
    claiming,
    claim: (takeOver) => changeClaim(() => claimDispute({ no, takeOver })),
    release: () => changeClaim(() => releaseDispute(no)),
    goNext: () => {
      if (!offline) startActing(goOn)
    },
  }
}
