'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { type Act, useActs } from '@/components/layout/acts'
import { blockOf, can, useDesk } from './desk'
import { useGateReason } from './gate'
import { takeIntent } from './intent'
import { keysOf, useCaseKeys } from './use-case-keys'
import { DECISIONS, useDecisionLabel } from './use-decisions'

type Offered = Act | false | null | undefined

/** What the case's bar offers now, by its keys and in the palette: each does what its button does. */
export function useCaseActs(): void {
  const t = useTranslations('case')
  const desk = useDesk()
  const label = useDecisionLabel(desk.view)
  const reasonOf = useGateReason()
  const { view, step, deciding, offline, open } = desk
  const idle = step === null && !deciding
  const mayWrite = view.available.includes('sendMessage')
  const steps = can(desk, 'recordServiceStep') ? (view.service?.nextSteps ?? []).filter((one) => one !== 'DONE') : []
  const decision = DECISIONS.find((type) => can(desk, type))
  const blocks = { approve: blockOf(desk, 'approve'), reject: blockOf(desk, 'reject') }
  const mayReject = can(desk, 'reject') || blocks.reject !== undefined
  const receiving = view.status === 'AWAITING_RECEIPT'

  const act = (id: string, name: string, keys: string | undefined, run: () => void, whyNot?: string): Act => ({
    id,
    label: name,
    keys,
    whyNot: offline ? t('acts.offline') : whyNot,
    run: offline ? null : run,
  })
  const list = (): Offered[] => [
    idle && decision && act(decision, label(decision), 'A', () => open({ confirm: decision })),
    idle && blocks.approve && { id: 'approve', label: label('approve'), whyNot: reasonOf(blocks.approve), run: null },
    // what is missing is made up for in the sheet itself
    idle &&
      mayReject &&
      act('reject', t('acts.reject'), 'R', () => open('reject'), blocks.reject && reasonOf(blocks.reject)),
    ...(idle ? steps : []).map((one, n) =>
      act(`step:${one}`, t(`acts.${one}`), n === 0 ? 'S' : undefined, () => open({ record: one })),
    ),
    idle && can(desk, 'proposeService') && act('propose', t('acts.propose'), 'S', () => open('propose')),
    mayWrite && { id: 'write', label: t('acts.reply'), keys: 'C', run: desk.compose },
    idle && can(desk, 'logContact') && act('contact', t('compose.log'), undefined, () => open('contact')),
    idle &&
      can(desk, 'openDispute') &&
      act('escalate', t(receiving ? 'acts.openDisputeReceipt' : 'acts.openDispute'), 'E', () => open('escalate')),
  ]
  useActs('case', list)
  // the list opened the case by a key: it does here what it does here
  useEffect(() => {
    const key = takeIntent(view.no)
    if (key !== null) keysOf(list())[key]?.()
  })
  const leaving = step !== null && typeof step === 'object' && !('record' in step) && !deciding
  useCaseKeys({ ...keysOf(list()), ...(leaving && { escape: () => open(null) }) })
}
