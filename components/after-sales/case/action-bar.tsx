'use client'

import { cx } from 'class-variance-authority'
import { MessageSquare, Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { Confirmation } from './confirmation'
import { blockOf, can, useDesk } from './desk'
import { Gate } from './gate'
import { RejectAct } from './reject-act'
import { useCaseKeys } from './use-case-keys'
import { DECISIONS, useDecisionLabel } from './use-decisions'

/** What can be done now, and what not yet with the reason why; nothing else stands here. */
export function ActionBar() {
  const t = useTranslations('case.acts')
  const desk = useDesk()
  const label = useDecisionLabel(desk.view)
  const opener = useRef<HTMLButtonElement>(null)
  const decision = DECISIONS.find((type) => can(desk, type))
  const blockedApproval = blockOf(desk, 'approve')
  const mayReject = can(desk, 'reject') || blockOf(desk, 'reject') !== undefined
  const mayWrite = desk.view.available.includes('sendMessage')
  const mayEscalate = can(desk, 'openDispute')
  const confirming = typeof desk.step === 'object' && desk.step !== null ? desk.step.confirm : null
  const idle = confirming === null && !desk.deciding && !desk.offline
  const receiving = desk.view.status === 'AWAITING_RECEIPT'
  useFocusOnReturn(confirming !== null, opener)

  useCaseKeys({
    ...(idle && decision && { a: () => desk.open({ confirm: decision }) }),
    ...(idle && mayReject && { r: () => desk.open('reject') }),
    ...(idle && mayEscalate && { e: () => desk.open('escalate') }),
    ...(mayWrite && { c: desk.compose }),
    ...(confirming && !desk.deciding && { escape: () => desk.open(null) }),
  })

  if (confirming) return <Confirmation type={confirming} />
  if (!decision && !blockedApproval && !mayReject && !mayEscalate) return null
  return (
    <section
      aria-label={t('label')}
      className="grid flex-none grid-cols-2 items-center gap-2 border-t border-line-strong bg-surface px-4 pt-2.5 pb-3 md:flex md:h-(--size-actions) md:py-0"
    >
      {decision && (
        <Button
          aria-keyshortcuts="A"
          className="max-md:col-span-2 max-md:h-11! max-md:text-[15px]"
          onClick={() => desk.open({ confirm: decision })}
          reason={desk.offline && t('offline')}
          ref={opener}
          size="lg"
          variant="primary"
        >
          {label(decision)}
          <Kbd className="max-md:hidden">A</Kbd>
        </Button>
      )}
      {blockedApproval && <Gate label={label('approve')} refusal={blockedApproval} />}
      {receiving && mayEscalate && <Escalate receiving />}
      <RejectAct />
      {mayWrite && (
        <Button
          className={cx('md:hidden', !can(desk, 'reject') && !mayEscalate && 'col-span-2')}
          onClick={desk.compose}
          size="lg"
        >
          <Icon as={MessageSquare} small />
          {t('reply')}
        </Button>
      )}
      {!receiving && mayEscalate && <Escalate />}
    </section>
  )
}

/** R4.1 On receipt it is what one does about goods that are not right (R2.7); before, it stands apart. */
function Escalate({ receiving = false }: { receiving?: boolean }) {
  const t = useTranslations('case.acts')
  const { open, offline } = useDesk()
  return (
    <Button
      aria-keyshortcuts="E"
      className={receiving ? 'max-md:col-span-2' : 'md:ml-auto'}
      disabled={offline}
      onClick={() => open('escalate')}
      size="lg"
    >
      <Icon as={Scale} small />
      {t(receiving ? 'openDisputeReceipt' : 'openDispute')}
      <Kbd className="max-md:hidden">E</Kbd>
    </Button>
  )
}

/** The focus goes back to the button that opened the confirmation. */
function useFocusOnReturn(away: boolean, to: React.RefObject<HTMLButtonElement | null>): void {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !away) to.current?.focus()
    was.current = away
  }, [away, to])
}
