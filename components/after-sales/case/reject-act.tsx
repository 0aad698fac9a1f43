'use client'

import { useTranslations } from 'next-intl'
import { useAnySelected } from '@/components/after-sales/bulk/selection-store'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { blockOf, can, useDesk } from './desk'
import { Gate } from './gate'

/** R1.3 Rejecting: a button once the buyer knows, before that the gate and what opens it. */
export function RejectAct() {
  const t = useTranslations('case.acts')
  const desk = useDesk()
  const block = blockOf(desk, 'reject')
  const open = () => desk.open('reject')
  const selecting = useAnySelected()
  if (block) {
    return (
      <Gate
        keyName={selecting ? undefined : 'R'}
        label={t('reject')}
        onLabel={open}
        opener={{ label: t('contact'), keyName: selecting ? undefined : 'C', act: desk.compose }}
        refusal={block}
      />
    )
  }
  // the reason stands beside the button before this one
  if (!can(desk, 'reject') || desk.offline) return null
  return (
    <Button aria-keyshortcuts={selecting ? undefined : 'R'} onClick={open} size="lg">
      {t('reject')}
      {!selecting && <Kbd className="max-md:hidden">R</Kbd>}
    </Button>
  )
}
