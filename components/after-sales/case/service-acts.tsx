'use client'

import { useTranslations } from 'next-intl'
import { useAnySelected } from '@/components/after-sales/bulk/selection-store'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { can, useDesk } from './desk'
import type { MerchantStep } from './use-service-step'

/** R3.3, R3.4 What can be recorded of a service now, the usual way first; R3.1 that another way than the return is proposed. */
export function ServiceActs() {
  const t = useTranslations('case.acts')
  const desk = useDesk()
  const selecting = useAnySelected()
  const { view, offline, open } = desk
  const steps = can(desk, 'recordServiceStep') ? (view.service?.nextSteps ?? []).filter((one) => one !== 'DONE') : []
  const [first, ...others] = steps
  const proposes = can(desk, 'proposeService')
  const record = (one: MerchantStep) => () => open({ record: one })
  return (
    <>
      {first && (
        <Button
          aria-keyshortcuts={selecting ? undefined : 'S'}
          className="max-md:col-span-2 max-md:h-11! max-md:text-[15px]"
          onClick={record(first)}
          reason={offline && t('offline')}
          size="lg"
          variant={selecting ? 'plain' : 'primary'}
        >
          {t(first)}
          {!selecting && <Kbd className="max-md:hidden">S</Kbd>}
        </Button>
      )}
      {others.map((one) => (
        <Button disabled={offline} key={one} onClick={record(one)} size="lg">
          {t(one)}
        </Button>
      ))}
      {proposes && (
        <Button
          aria-keyshortcuts={selecting ? undefined : 'S'}
          disabled={offline}
          onClick={() => open('propose')}
          size="lg"
        >
          {t('propose')}
          {!selecting && <Kbd className="max-md:hidden">S</Kbd>}
        </Button>
      )}
    </>
  )
}
