/** Text on a line: for a `nav` of links (`aria-current`) as well as for Tabs (`aria-selected`). */
export const tabListClass = 'flex h-11 flex-none items-stretch gap-5 border-b border-line pr-3 pl-4 md:h-10'

export const tabClass =
  'flex items-center gap-1.5 whitespace-nowrap text-ink-3 hover:text-ink hover:no-underline focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_var(--color-accent)] aria-selected:font-semibold aria-selected:text-ink aria-selected:shadow-[inset_0_-2px_var(--color-accent)]'

/** The count beside a tab's word. */
export const tabCountClass = 'text-xs font-normal text-ink-3'
