'use client'

import { useTranslations } from 'next-intl'
import { PageHead } from '@/components/settings/page-head'
import type { AccountView } from '@/lib/account/views'
import { PasswordSection } from './password-section'
import { SessionsSection } from './sessions-section'
import { TwoStepSection } from './two-step/two-step-section'

/** How somebody signs in: everybody's own, whatever he works as. */
export function AccountDesk({ account }: { account: AccountView }) {
  const t = useTranslations('account')
  const { email, twoStep, twoStepOffered } = account
  return (
    <div className="grid max-w-180 gap-5">
      <PageHead intro={`${t('intro')} ${t('email', { email })}`} title={t('title')} />
      <div className="border-t border-line-strong">
        <PasswordSection email={email} />
        {(twoStepOffered || twoStep.on) && <TwoStepSection email={email} twoStep={twoStep} />}
        <SessionsSection email={email} />
      </div>
    </div>
  )
}
