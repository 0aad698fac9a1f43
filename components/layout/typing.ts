/** Whether a key pressed now belongs to what somebody writes, to a dialog or menu, or to the browser. */
export function isTaken(event: KeyboardEvent): boolean {
  return event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event)
}

/** The same of a key that is held together with ⌘ or Ctrl. */
export function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  const field = target.closest('input, textarea, select, [contenteditable="true"]')
  const plainBox = field instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(field.type)
  return (field !== null && !plainBox) || document.querySelector('[role="dialog"], [role="menu"]') !== null
}
