'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { endOtherSessions } from '@/lib/account/actions'
import { AccountSection } from './account-section'
import { ProofSheet } from './proof-sheet'

/** Where else somebody is signed in, all at once. */
export function SessionsSection({ email }: { email: string }) {
  const t = useTranslations('account.sessions')
  const [ending, setEnding] = useState(false)
  const finish = () => {
    setEnding(false)
    toast(t('done'))
  }
  return (
    <>
      <AccountSection
        about={t('about')}
        acts={<Button onClick={() => setEnding(true)}>{t('open')}</Button>}
        title={t('title')}
      />
      {ending && (
        <ProofSheet
          act={({ password }) => endOtherSessions({ password })}
          busyLabel={t('busy')}
          email={email}
          onClose={() => setEnding(false)}
          onDone={finish}
          says={t('says')}
          submit={t('submit')}
          title={t('open')}
        />
      )}
    </>
  )
}
