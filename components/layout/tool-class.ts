/** A small square button in the chrome. */
export const toolClass =
  'inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2 hover:bg-pressed hover:no-underline md:size-7'
