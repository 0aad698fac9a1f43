'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { AccountSection } from './account-section'
import { PasswordSheet } from './password-sheet'

export function PasswordSection({ email }: { email: string }) {
  const t = useTranslations('account.password')
  const [changing, setChanging] = useState(false)
  const finish = () => {
    setChanging(false)
    toast(t('done'))
  }
  return (
    <>
      <AccountSection
        about={t('about')}
        acts={<Button onClick={() => setChanging(true)}>{t('open')}</Button>}
        title={t('title')}
      />
      {changing && <PasswordSheet email={email} onChanged={finish} onClose={() => setChanging(false)} />}
    </>
  )
}
