'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId } from 'react'
import { isComposing } from '@/components/ui/input-method'
import { PaletteField, type PaletteFieldProps } from './palette-field'
import { panelClass } from './panel-class'

export type WaitingPanelProps = Pick<PaletteFieldProps, 'text' | 'onText' | 'member'> & { onClose: () => void }

/** Until the code is there: what is typed meanwhile is kept, and no key of it reaches the screen behind. */
export function WaitingPanel({ onClose, ...field }: WaitingPanelProps) {
  const t = useTranslations('shell.palette')
  const title = useId()
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose()
  }
  return (
    <>
      <div className="fixed inset-0 z-20 bg-scrim" />
      <div aria-busy aria-labelledby={title} className={panelClass} onKeyDown={press} role="dialog">
        <h2 className="sr-only" id={title}>
          {t('title')}
        </h2>
        <PaletteField {...field} autoFocus />
      </div>
    </>
  )
}
