'use client'

import { useTranslations } from 'next-intl'
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
  if (block) {
    return (
      <Gate
        keyName="R"
        label={t('reject')}
        onLabel={open}
        opener={{ label: t('contact'), keyName: 'C', act: desk.compose }}
        refusal={block}
      />
    )
  }
  // the reason stands beside the button before this one
  if (!can(desk, 'reject') || desk.offline) return null
  return (
    <Button aria-keyshortcuts="R" onClick={open} size="lg">
      {t('reject')}
      <Kbd className="max-md:hidden">R</Kbd>
    </Button>
  )
}
