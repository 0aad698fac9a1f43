'use client'

import { cx } from 'class-variance-authority'
import { MessageSquare, Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useAnySelected } from '@/components/after-sales/bulk/selection-store'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { AnswerConfirmation } from './answer-confirmation'
import { Confirmation } from './confirmation'
import { blockOf, can, useDesk } from './desk'
import { Gate } from './gate'
import { RejectAct } from './reject-act'
import { ServiceActs } from './service-acts'
import { useCaseActs } from './use-case-acts'
import { DECISIONS, useDecisionLabel } from './use-decisions'
import { useFocusOnReturn } from './use-focus-on-return'

/**
 * What can be done now, and what not yet with the reason why; nothing else stands here. While cases are selected the keys
 * are theirs, and these are plain buttons.
 */
export function ActionBar() {
  const t = useTranslations('case.acts')
  const desk = useDesk()
  const selecting = useAnySelected()
  const label = useDecisionLabel(desk.view)
  const opener = useRef<HTMLButtonElement>(null)
  const decision = DECISIONS.find((type) => can(desk, type))
  const blockedApproval = blockOf(desk, 'approve')
  const mayReject = can(desk, 'reject') || blockOf(desk, 'reject') !== undefined
  const mayWrite = desk.view.available.includes('sendMessage')
  const mayEscalate = can(desk, 'openDispute')
  const mayServe = can(desk, 'proposeService') || can(desk, 'recordServiceStep')
  const step = typeof desk.step === 'object' ? desk.step : null
  const confirming = step && 'confirm' in step ? step.confirm : null
  const answering = step && 'agreed' in step ? step : null
  const receiving = desk.view.status === 'AWAITING_RECEIPT'
  // on a phone they stand in pairs, and the one left over takes the whole line
  const halves = [
    can(desk, 'reject') && !desk.offline,
    can(desk, 'proposeService'),
    can(desk, 'recordServiceStep') && (desk.view.service?.nextSteps.length ?? 0) > 1,
    mayWrite,
    mayEscalate && !receiving,
  ].filter(Boolean)
  useFocusOnReturn(confirming !== null, opener)
  useCaseActs()

  if (confirming) return <Confirmation type={confirming} />
  if (answering) return <AnswerConfirmation {...answering} />
  if (!decision && !blockedApproval && !mayReject && !mayServe && !mayEscalate) return null
  return (
    <section
      aria-label={t('label')}
      className={cx(
        'grid flex-none grid-cols-2 items-center gap-2 border-t border-line-strong bg-surface px-4 pt-2.5 pb-3 md:flex md:min-h-(--size-actions) md:flex-wrap md:py-2',
        halves.length % 2 === 1 && 'max-md:[&>:last-child]:col-span-2',
      )}
    >
      {decision && (
        <Button
          aria-keyshortcuts={selecting ? undefined : 'A'}
          className="max-md:col-span-2 max-md:h-11! max-md:text-[15px]"
          onClick={() => desk.open({ confirm: decision })}
          reason={desk.offline && t('offline')}
          ref={opener}
          size="lg"
          variant={selecting ? 'plain' : 'primary'}
        >
          {label(decision)}
          {!selecting && <Kbd className="max-md:hidden">A</Kbd>}
        </Button>
      )}
      {blockedApproval && <Gate label={label('approve')} refusal={blockedApproval} />}
      {receiving && mayEscalate && <Escalate receiving />}
      <RejectAct />
      <ServiceActs />
      {mayWrite && (
        <Button className="md:hidden" onClick={desk.compose} size="lg">
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
  const selecting = useAnySelected()
  return (
    <Button
      aria-keyshortcuts={selecting ? undefined : 'E'}
      className={receiving ? 'max-md:col-span-2' : 'md:ml-auto'}
      disabled={offline}
      onClick={() => open('escalate')}
      size="lg"
    >
      <Icon as={Scale} small />
      {t(receiving ? 'openDisputeReceipt' : 'openDispute')}
      {!selecting && <Kbd className="max-md:hidden">E</Kbd>}
    </Button>
  )
}
