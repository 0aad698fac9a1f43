'use client'

import { useTranslations } from 'next-intl'
import { ProofSheet } from '@/components/account/proof-sheet'
import { toast } from '@/components/ui/toast'
import { takeOffTwoStep } from '@/lib/two-step/actions'

export function TakeOff({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTranslations('account.twoStep.takeOff')
  const finish = () => {
    onClose()
    toast(t('done'))
  }
  return (
    <ProofSheet
      act={takeOffTwoStep}
      busyLabel={t('busy')}
      email={email}
      onClose={onClose}
      onDone={finish}
      says={t('says')}
      submit={t('submit')}
      title={t('title')}
      withCode
    />
  )
}
