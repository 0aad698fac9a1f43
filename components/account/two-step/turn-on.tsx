'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProofSheet } from '@/components/account/proof-sheet'
import { toast } from '@/components/ui/toast'
import { offerTwoStep } from '@/lib/two-step/actions'
import type { TwoStepBegun } from '@/lib/two-step/views'
import { CodesSheet } from './codes-sheet'
import { ScanSheet } from './scan-sheet'

/** Password, picture and code, recovery codes: three sheets in a row. Nothing counts before the second is through. */
export function TurnOn({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTranslations('account.twoStep')
  const [begun, setBegun] = useState<TwoStepBegun | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const finish = () => {
    onClose()
    toast(t('onDone'))
  }
  if (codes) return <CodesSheet codes={codes} onStored={finish} />
  if (begun) return <ScanSheet begun={begun} onClose={onClose} onConfirmed={setCodes} />
  return (
    <ProofSheet
      act={({ password }) => offerTwoStep({ password })}
      busyLabel={t('begin.busy')}
      email={email}
      onClose={onClose}
      onDone={(done) => setBegun(done)}
      says={t('begin.says')}
      submit={t('begin.submit')}
      title={t('begin.title')}
    />
  )
}
