/** A button of the bar over a case on a phone. */
export const phoneToolClass = 'inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2'
