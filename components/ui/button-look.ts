/** What a plain button looks like, in parts: for those that come without the variants too. */
export const BASE =
  'inline-flex items-center justify-center gap-1.5 rounded-sm border whitespace-nowrap transition-colors hover:no-underline [&_kbd]:-mr-0.75'
export const PLAIN = 'border-line-strong bg-surface text-ink hover:bg-inset active:bg-pressed'
export const MEDIUM = 'h-10 md:h-7'
export const PADDED = 'px-2.5'
