'use client'

import { Bookmark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'

const loadPanel = () => import('./saved-panel')
const SavedPanel = lazy(loadPanel)

/** Opens the saved filters; their code comes when somebody is about to press. `shopId`: the shop that is shown. */
export function SavedViewsButton({ shopId }: { shopId: string }) {
  const t = useTranslations('queue.saved')
  const [wanted, setWanted] = useState(false)
  const look = {
    'aria-haspopup': 'dialog',
    className: buttonClass({ variant: 'bare' }),
    children: (
      <>
        <Icon as={Bookmark} small />
        <span className="max-md:sr-only">{t('title')}</span>
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
      <SavedPanel button={<button {...look} type="button" />} shopId={shopId} />
    </Suspense>
  )
}
