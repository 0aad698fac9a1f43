type Key = { isComposing: boolean; keyCode: number; preventDefault: () => void }

/** Whether the key is an input method's: Safari closes it before Enter arrives, and says so by 229 alone. */
export function isComposing({ isComposing: open, keyCode }: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  return open || keyCode === 229
}

/** For what closes on Esc: with an input method open, Esc is that one's. */
export function leaveToInputMethod(event: Key): void {
  if (isComposing(event)) event.preventDefault()
}
