'use client'

import { createContext, type RefObject, useContext } from 'react'
import type { Command, CommandType } from '@/lib/after-sales/domain/commands'
import type { RecordedStep } from '@/lib/after-sales/domain/service'
import type { ActOutcome, CaseView } from '@/lib/after-sales/views'
import type { Problem } from './problem'

/** What can be open over a case: the confirmation of an act, the sheets. */
export type Step =
  | { confirm: DecisionType }
  | Answer
  | { record: RecordedStep }
  | 'reject'
  | 'propose'
  | 'contact'
  | 'escalate'
  | DisputeStep
  | null
/** R3.1 The buyer's answer to a proposal, as a contact got it. */
export type Answer = { agreed: boolean; contactId: string }
/** The acts that a confirmation stands before. */
export type DecisionType = Extract<CommandType, 'approve' | 'confirmReceipt' | 'retryRefund'>
/** What can be confirmed of a dispute. */
export type DisputeStep = 'concede' | 'withdraw'

export type Desk = {
  view: CaseView
  /** The clock has passed on this screen, or somebody was faster: nothing can be done until the new state is here. */
  passed: boolean
  /** R4.3 This side may give evidence, and its time is not over on this screen either. */
  evidenceOpen: boolean
  /** The server cannot be reached: what is shown may be old, so nothing is decided on it. */
  offline: boolean
  step: Step
  open: (step: Step) => void
  /** A decision is on its way. */
  deciding: boolean
  /** Does it, says so (`done`), and moves on: to the case that it opened, or the next, unless there is more to do here (`stay`). */
  decide: (command: Command, done: string, then?: 'stay') => void
  /** As `decide`, by a way of its own to the server; `command`: what it comes to. The case stays. */
  give: (command: Command, send: () => Promise<ActOutcome>, done: string) => void
  /** Message, contact: whether it went through. */
  talk: (command: Command) => Promise<boolean>
  problem: Problem | null
  /** Puts the cursor where one writes to the buyer. */
  compose: () => void
  composer: RefObject<HTMLTextAreaElement | null>
  goNext: () => void
  seeHistory: () => void
  seeFacts: () => void
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext

/** Null where no case is around. */
export function useDeskIfAny(): Desk | null {
  return useContext(DeskContext)
}

export function useDesk(): Desk {
  const desk = useDeskIfAny()
  if (!desk) throw new Error('There is no case around this.')
  return desk
}

/** Whether it can be done right now. */
export function can({ view, passed }: Pick<Desk, 'view' | 'passed'>, type: CommandType): boolean {
  return !passed && view.available.includes(type)
}

/** Why it cannot be done yet although it fits; undefined when it can, or does not fit at all. */
export function blockOf({ view, passed }: Pick<Desk, 'view' | 'passed'>, type: CommandType) {
  return passed ? undefined : view.blocked.find(({ action }) => action === type)?.refusal
}
