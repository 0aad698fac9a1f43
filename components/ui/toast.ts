export type ToastOptions = {
  /** Only where undoing exists. */
  action?: { label: string; onClick: () => void }
  /** ms; five seconds without */
  duration?: number
}

export type Toast = { message: string; options: ToastOptions }

const EVENT = 'afterdesk-toast'

/** The result of an act, bottom left. An error stands where it happened, never here. */
export function toast(message: string, options: ToastOptions = {}): void {
  dispatchEvent(new CustomEvent<Toast>(EVENT, { detail: { message, options } }))
}

/** For the toaster; returns how to stop listening. */
export function onToast(listen: (toast: Toast) => void): () => void {
  const hear = (event: Event) => event instanceof CustomEvent && listen(event.detail)
  addEventListener(EVENT, hear)
  return () => removeEventListener(EVENT, hear)
}
