'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { useOffline } from '@/components/after-sales/live'
import { PageHead } from '@/components/settings/page-head'
import { ClauseLink } from '@/components/ui/clause-link'
import { Note } from '@/components/ui/note'
import { Switch } from '@/components/ui/switch'
import type { InstantRefundPage, Replay } from '@/lib/instant-refund/views'
import { ConfirmSwitch } from './confirm-switch'
import { SwitchBar } from './switch-bar'
import { useSwitch } from './use-switch'

export type SwitchDeskProps = Pick<InstantRefundPage, 'shopId' | 'conditions'> & {
  /** As the server last said. */
  on: boolean
  replay: Pick<Replay, 'from' | 'until' | 'fitting' | 'amountFen' | 'currency' | 'fates'>
  children: ReactNode
}

/** R5.1 The state, at the top; below, what it means, and the act, which asks first. */
export function SwitchDesk({ shopId, on, conditions, replay, children }: SwitchDeskProps) {
  const t = useTranslations('instantRefund')
  const offline = useOffline()
  const { asked, ask, cancel, confirm, switching, problem } = useSwitch(shopId, on)
  const toggle = useRef<HTMLButtonElement>(null)
  useFocusOnReturn(asked !== null, toggle)
  return (
    <div className="flex min-h-full flex-col gap-5">
      <PageHead
        action={
          <div className="flex items-center gap-4">
            <span className="text-ink-3">{t(on ? 'state.on' : 'state.off')}</span>
            <Switch
              aria-label={t('title')}
              checked={on}
              disabled={offline || switching}
              onCheckedChange={() => ask(!on)}
              ref={toggle}
            />
          </div>
        }
        intro={
          <>
            {t('intro')} <ClauseLink clause="R5.1" />
          </>
        }
        title={t('title')}
      />
      {problem !== null && (
        <Note role="alert" tone="warn">
          {problem}
        </Note>
      )}
      {children}
      <div className="sticky -bottom-5 z-1 -mx-4 mt-auto -mb-5 md:-mx-6">
        {asked === null ? (
          <SwitchBar offline={offline} on={on} onAsk={() => ask(!on)} replay={replay} />
        ) : (
          <ConfirmSwitch
            conditions={conditions}
            enable={asked}
            offline={offline}
            onCancel={cancel}
            onConfirm={confirm}
            replay={replay}
            switching={switching}
          />
        )}
      </div>
    </div>
  )
}

/** Once nothing is asked any more the focus is where it is switched. */
function useFocusOnReturn(away: boolean, to: React.RefObject<HTMLButtonElement | null>): void {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !away) to.current?.focus()
    was.current = away
  }, [away, to])
}
