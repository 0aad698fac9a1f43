'use client'

import { Bell as BellSign } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useActs } from '@/components/layout/acts'
import { isTaken, keyOf } from '@/components/layout/typing'
import { Icon } from '@/components/ui/icon'
import { UNREAD_LIMIT, type Unread } from '@/lib/notifications/views'
import { useUnread } from './use-unread'

export type BellProps = {
  initial: Unread
  settingsHref: string
  /** The shop that the desk shows: of another one the name stands with its notices. */
  shopId: string | null
}

const loadPanel = () => import('./notice-panel')
const NoticePanel = lazy(loadPanel)

/** How much there is to know, and behind it what; its code comes when somebody is about to look. */
export function Bell({ initial, ...place }: BellProps) {
  const t = useTranslations('notices')
  const unread = useUnread(initial)
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const button = useRef<HTMLButtonElement>(null)
  const count = unread.count >= UNREAD_LIMIT ? `${UNREAD_LIMIT - 1}+` : String(unread.count)

  useActs('desk', () => [{ id: 'notices', label: t('title'), keys: 'N', run: () => setState('open') }])
  useEffect(() => {
    const show = (event: KeyboardEvent) => {
      if (keyOf(event) !== 'n' || event.repeat || event.shiftKey || isTaken(event)) return
      event.preventDefault()
      setState('open')
    }
    addEventListener('keydown', show)
    return () => removeEventListener('keydown', show)
  }, [])

  return (
    <>
      <button
        aria-expanded={state === 'open'}
        aria-haspopup="dialog"
        aria-keyshortcuts="N"
        aria-label={t('bell', { count })}
        className="inline-flex h-10 min-w-10 flex-none items-center justify-center gap-1 rounded-sm px-1.5 text-ink-2 hover:bg-pressed md:h-7 md:min-w-13 md:justify-start"
        onClick={() => setState('open')}
        onFocus={loadPanel}
        onPointerEnter={loadPanel}
        ref={button}
        type="button"
      >
        <Icon as={BellSign} />
        {unread.count > 0 && <b className="text-xs font-semibold text-ink">{count}</b>}
      </button>
      <span className="sr-only" role="status">
        {unread.newest > initial.newest && unread.count > 0 && t('live', { count })}
      </span>
      {state !== 'never' && (
        <Suspense>
          <NoticePanel
            {...place}
            button={button}
            onOpenChange={(open) => setState(open ? 'open' : 'closed')}
            open={state === 'open'}
            unread={unread}
          />
        </Suspense>
      )}
    </>
  )
}
