'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { useActs } from './acts'
import { isTaken, keyOf } from './typing'

const ShortcutsSheet = lazy(() => import('./shortcuts-sheet'))

/** The list of keys, behind `?`; its code comes when it is wanted. */
export function Shortcuts({ className, ...who }: { className: string; member: boolean; support: boolean }) {
  const t = useTranslations('shell')
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')

  useActs('desk', () => [{ id: 'shortcuts', label: t('shortcuts'), keys: '?', run: () => setState('open') }])
  useEffect(() => {
    const show = (event: KeyboardEvent) => {
      if (keyOf(event) !== '?' || isTaken(event)) return
      event.preventDefault()
      setState('open')
    }
    addEventListener('keydown', show)
    return () => removeEventListener('keydown', show)
  }, [])

  return (
    <>
      <button aria-keyshortcuts="?" className={className} onClick={() => setState('open')} type="button">
        <span className="max-lg:sr-only">{t('shortcuts')}</span>
        <Kbd>?</Kbd>
      </button>
      {state !== 'never' && (
        <Suspense>
          <ShortcutsSheet
            {...who}
            onOpenChange={(open) => setState(open ? 'open' : 'closed')}
            open={state === 'open'}
          />
        </Suspense>
      )}
    </>
  )
}
