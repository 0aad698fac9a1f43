'use client'

import { lazy, Suspense } from 'react'
import { useDesk } from './desk'

const RejectSheet = lazy(() => import('./reject-sheet'))
const ContactSheet = lazy(() => import('./contact-sheet'))
const EscalateSheet = lazy(() => import('@/components/disputes/merchant/escalate-sheet'))

/** What needs writing; the code of each comes when it is wanted. */
export function CaseSheets() {
  const { step } = useDesk()
  return (
    <Suspense>
      {step === 'reject' && <RejectSheet />}
      {step === 'contact' && <ContactSheet />}
      {step === 'escalate' && <EscalateSheet />}
    </Suspense>
  )
}
