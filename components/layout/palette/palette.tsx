'use client'

import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { hasFloating, isChord } from '@/components/layout/typing'
import type { Viewer } from '@/lib/auth/views'
import { loadPanel, onOpenPalette } from './open-palette'
import { WaitingPanel } from './waiting-panel'

const Panel = lazy(loadPanel)

/** When the first look is long over, what may be wanted next is fetched. */
const IDLE_MS = 5000

/** Behind ⌘K: cases, what can be done now, and where one can go. Its code comes when it is wanted, or nothing else is. */
export function Palette({ viewer }: { viewer: Viewer }) {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const [text, setText] = useState('')
  const back = useRef<Element>(null)
  const open = state === 'open'

  const show = useCallback(() => {
    // what is open over the screen is finished first
    if (hasFloating()) return
    back.current = document.activeElement
    setText('')
    setState('open')
  }, [])
  useEffect(() => onOpenPalette(show), [show])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isChord(event, 'k')) return
      // elsewhere it is the browser's search
      event.preventDefault()
      if (event.repeat) return
      if (open) setState('closed')
      else show()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [open, show])
  useEffect(() => {
    const timer = setTimeout(() => void loadPanel().catch(() => {}), IDLE_MS)
    return () => clearTimeout(timer)
  }, [])

  if (state === 'never') return null
  const field = { text, onText: setText }
  const close = () => setState('closed')
  return (
    <Suspense fallback={open && <WaitingPanel {...field} member={viewer.current !== null} onClose={close} />}>
      <Panel {...field} back={back} onClose={close} open={open} viewer={viewer} />
    </Suspense>
  )
}
