import type { KeyboardEvent } from 'react'
import { isComposing } from '@/components/ui/input-method'

/** Esc ends the writing and keeps it: the keys of the dispute work again. */
export function leaveField(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
  event.preventDefault()
  event.currentTarget.closest<HTMLElement>('[data-pane]')?.focus({ preventScroll: true })
}
