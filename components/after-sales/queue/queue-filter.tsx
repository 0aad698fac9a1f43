'use client'

import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useActs } from '@/components/layout/acts'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'

const loadPanel = () => import('./queue-filter-panel')
const QueueFilterPanel = lazy(loadPanel)

/** Opens the filters; their code comes when somebody is about to press. `foot`: what stands below them. */
export function QueueFilterButton({ shopId, foot }: { shopId: string; foot?: ReactNode }) {
  const t = useTranslations('queue')
  const [wanted, setWanted] = useState(0)
  useActs('list', () => [{ id: 'filter', label: t('filter'), run: () => setWanted(wanted + 1) }])
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
      aria-expanded={wanted > 0}
      onClick={() => setWanted(1)}
      onFocus={loadPanel}
      onPointerEnter={loadPanel}
      type="button"
    />
  )
  if (wanted === 0) return button
  return (
    <Suspense fallback={button}>
      <QueueFilterPanel
        // asked for anew it opens anew
        key={wanted}
        button={<button {...look} type="button" />}
        foot={foot}
        shopId={shopId}
      />
    </Suspense>
  )
}
