'use client'

import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

const loadPanel = () => import('./queue-filter-panel')
const QueueFilterPanel = lazy(loadPanel)

/** Opens the filters; their code comes when somebody is about to press. `foot`: what stands below them. */
export function QueueFilterButton({ shopId, foot }: { shopId: string; foot?: ReactNode }) {
  const t = useTranslations('queue')
  const [wanted, setWanted] = useState(false)
  const look = {
    'aria-haspopup': 'dialog',
    className: buttonClass({ variant: 'bare' }),
    children: (
      <>
        <Icon as={ListFilter} small />
        <span className="max-md:sr-only">{t('filter')}</span>
      </>
    ),
  } as const
  const button = (
    <button
      {...look}
      aria-expanded={wanted}
      onClick={() => setWanted(true)}
      onFocus={loadPanel}
      onPointerEnter={loadPanel}
      type="button"
    />
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <QueueFilterPanel button={<button {...look} type="button" />} foot={foot} shopId={shopId} />
    </Suspense>
  )
}
