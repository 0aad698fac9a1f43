/** A table of the settings. On a phone `wide` cells go; their facts stand under the first cell's. */
export const tableClass = 'w-full border-collapse text-xs'
export const headClass =
  'border-b border-line-strong py-1.5 pr-5 text-left font-normal whitespace-nowrap text-ink-3 last:pr-0'
export const cellClass = 'border-b border-line py-2 pr-5 text-ink last:pr-0 max-md:align-top'
export const wideClass = 'max-md:hidden'
