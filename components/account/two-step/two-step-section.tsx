'use client'

import { ShieldCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { AccountSection } from '@/components/account/account-section'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { formatLong } from '@/lib/i18n/time'
import { RECOVERY_CODES } from '@/lib/two-step/domain/code'
import type { TwoStepView } from '@/lib/two-step/views'
import { RenewCodes } from './renew-codes'
import { TakeOff } from './take-off'
import { TurnOn } from './turn-on'

type TwoStepSectionProps = { email: string; twoStep: TwoStepView }
/** So few left that new ones are due. */
const FEW = 3

/** Whether signing in asks for a code, and the ways to change that. */
export function TwoStepSection({ email, twoStep }: TwoStepSectionProps) {
  const t = useTranslations('account.twoStep')
  const [doing, setDoing] = useState<'TURN_ON' | 'RENEW' | 'TAKE_OFF' | null>(null)
  const close = () => setDoing(null)
  const acts = twoStep.on ? (
    <>
      <Button onClick={() => setDoing('RENEW')}>{t('renew.open')}</Button>
      <Button onClick={() => setDoing('TAKE_OFF')} variant="danger">
        {t('takeOff.open')}
      </Button>
    </>
  ) : (
    <Button onClick={() => setDoing('TURN_ON')}>{t('open')}</Button>
  )
  return (
    <>
      <AccountSection about={t('about')} acts={acts} state={<Standing twoStep={twoStep} />} title={t('title')} />
      {doing === 'TURN_ON' && <TurnOn email={email} onClose={close} />}
      {doing === 'RENEW' && <RenewCodes email={email} onClose={close} />}
      {doing === 'TAKE_OFF' && <TakeOff email={email} onClose={close} />}
    </>
  )
}

function Standing({ twoStep }: { twoStep: TwoStepView }) {
  const t = useTranslations('account.twoStep')
  const locale = useLocale()
  if (!twoStep.on) return <p className="text-xs text-ink-3">{t('off')}</p>
  const { since, recoveryLeft: count } = twoStep
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
      <Icon as={ShieldCheck} className="text-ok" small />
      <span>{t('on', { when: formatLong(since, locale) })}</span>
      <span aria-hidden>·</span>
      <span className={count <= FEW ? 'text-warn' : undefined}>
        {t('left', { count, max: RECOVERY_CODES })}
        {count <= FEW && ` · ${t('few')}`}
      </span>
    </p>
  )
}
