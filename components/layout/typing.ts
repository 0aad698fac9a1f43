import { isComposing } from '@/components/ui/input-method'

/**
 * Whether a key pressed now belongs to what somebody writes or chooses, to a dialog, list or menu that floats, or to the
 * browser. Buttons keep Enter and the space bar, which are nobody else's.
 */
export function isTaken(event: KeyboardEvent): boolean {
  return event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event)
}

/** The same of a key that is held together with ⌘ or Ctrl. */
export function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  const field = target.closest<HTMLElement>(WRITTEN_IN)
  const plainBox = field instanceof HTMLInputElement && PLAIN.has(field.type)
  return (field !== null && !plainBox) || hasFloating()
}

/** Whether something lies over the screen that has the keys to itself. */
export function hasFloating(): boolean {
  return document.querySelector(FLOATING) !== null
}

/** A select listens to letters too: they look for an option. */
const WRITTEN_IN = 'input, textarea, select, [role="combobox"], [contenteditable]:not([contenteditable="false"])'
const PLAIN: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file'])
const FLOATING = '[role="dialog"], [role="menu"], [data-radix-popper-content-wrapper] [role="listbox"]'

/**
 * The key by the sign that stands on it, in lower case. A keyboard in another script, or in full width, writes another
 * sign with it: then it is the one that a Latin keyboard has there.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key.length !== 1 || /[ -~]/.test(key)) return key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1]
  if (letter !== undefined) return letter.toLowerCase()
  return code === 'Slash' ? (shiftKey ? '?' : '/') : key
}

/** Whether it is ⌘ with this letter on a Mac, Ctrl with it elsewhere. Works within fields, where Ctrl on a Mac is the field's. */
export function isChord(event: KeyboardEvent, letter: string): boolean {
  if (isComposing(event) || event.altKey || event.shiftKey || keyOf(event) !== letter) return false
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
}
