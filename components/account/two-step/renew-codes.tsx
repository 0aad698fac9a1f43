'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProofSheet } from '@/components/account/proof-sheet'
import { toast } from '@/components/ui/toast'
import { replaceRecoveryCodes } from '@/lib/two-step/actions'
import { CodesSheet } from './codes-sheet'

export function RenewCodes({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTranslations('account.twoStep.renew')
  const router = useRouter()
  const [codes, setCodes] = useState<string[] | null>(null)
  const finish = () => {
    onClose()
    router.refresh()
    toast(t('done'))
  }
  if (codes) return <CodesSheet codes={codes} onStored={finish} />
  return (
    <ProofSheet
      act={replaceRecoveryCodes}
      busyLabel={t('busy')}
      email={email}
      onClose={onClose}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      says={t('says')}
      submit={t('submit')}
      title={t('title')}
      withCode
    />
  )
}
