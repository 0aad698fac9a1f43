'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { Icon } from '@/components/ui/icon'
import type { ListView } from './use-list-view'

/**
 * At the end of what stands over a list: how many of its rows would change if they were let, and lets them. `children`:
 * what stands there else; one takes the other's place, so that nothing moves.
 */
export function UpdatesButton({ view, children }: { view: ListView; children?: string | false }) {
  const t = useTranslations('queue')
  const apply = ({ detail }: MouseEvent) => {
    view.apply()
    // pressed by key it leaves with the focus on it: that goes on in the list
    if (detail === 0) document.querySelector<HTMLElement>('[data-rows] [role=option][tabindex="0"]')?.focus()
  }
  return (
    <span className="flex-1 text-right whitespace-nowrap">
      {view.waiting === 0 && <span key={String(children)}>{children}</span>}
      <span role="status">
        {view.waiting > 0 && (
          <button className={BUTTON} onClick={apply} type="button">
            <Icon as={RefreshCw} small />
            {t('updates', { count: view.waiting })}
          </button>
        )}
      </span>
    </span>
  )
}

const BUTTON =
  '-mr-1.5 inline-flex h-5.5 items-center gap-1 rounded-sm px-1.5 font-semibold text-accent-ink -outline-offset-2 hover:bg-inset max-md:-my-2.25 max-md:h-10'
