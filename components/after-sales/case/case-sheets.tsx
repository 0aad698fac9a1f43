'use client'

import { lazy, Suspense } from 'react'
import { useDesk } from './desk'

const RejectSheet = lazy(() => import('./reject-sheet'))
const ProposeSheet = lazy(() => import('./propose-sheet'))
const StepSheet = lazy(() => import('./step-sheet'))
const ContactSheet = lazy(() => import('./contact-sheet'))
const EscalateSheet = lazy(() => import('@/components/disputes/merchant/escalate-sheet'))

/** What needs writing; the code of each comes when it is wanted. */
export function CaseSheets() {
  const { step } = useDesk()
  const recorded = typeof step === 'object' && step !== null && 'record' in step ? step.record : null
  return (
    <Suspense>
      {step === 'reject' && <RejectSheet />}
      {step === 'propose' && <ProposeSheet />}
      {recorded !== null && recorded !== 'DONE' && <StepSheet step={recorded} />}
      {step === 'contact' && <ContactSheet />}
      {step === 'escalate' && <EscalateSheet />}
    </Suspense>
  )
}
