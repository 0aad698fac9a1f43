'use client'

import { type ComponentType, type ReactNode, Suspense, useRef, useState } from 'react'
import { useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import { useActs } from '@/components/layout/acts'
import type { PickerProps } from './picker'

export type MarkToolProps = {
  label: string
  /** What it does, as the palette calls it. */
  act: { id: string; label: string }
  /** Opens it while nobody is writing. */
  letter: string
  /** Fetches the picker's code: called when somebody is about to open it. */
  preload: () => void
  picker: ComponentType<PickerProps>
  children: ReactNode
}

/** Shows a mark, and opens what changes it, by click or key. */
export function MarkTool({ label, act, letter, preload, picker: Chooser, children }: MarkToolProps) {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const cameFrom = useRef<HTMLElement | null>(null)
  const begin = () => {
    cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setState('open')
  }
  useCaseKeys({ [letter]: begin })
  useActs('case', () => [{ ...act, keys: letter.toUpperCase(), run: begin }])
  const look = {
    'aria-keyshortcuts': letter.toUpperCase(),
    'aria-label': label,
    className:
      'inline-flex h-10 items-center gap-1 rounded-sm px-1.5 text-xs whitespace-nowrap text-ink-2 hover:bg-inset active:bg-pressed max-md:-my-2 md:h-6',
    title: label,
    children,
  } as const
  const button = (
    <button
      {...look}
      aria-expanded={state === 'open'}
      aria-haspopup="dialog"
      onClick={() => setState('open')}
      onFocus={preload}
      onPointerEnter={preload}
      type="button"
    />
  )
  if (state === 'never') return button
  return (
    <Suspense fallback={button}>
      <Chooser
        button={<button {...look} type="button" />}
        // by key it began somewhere else, and goes back there
        onCloseAutoFocus={(event) => {
          const back = cameFrom.current
          cameFrom.current = null
          if (!back?.isConnected || back === document.body) return
          event.preventDefault()
          back.focus({ preventScroll: true })
        }}
        onOpenChange={(open) => setState(open ? 'open' : 'closed')}
        open={state === 'open'}
      />
    </Suspense>
  )
}
