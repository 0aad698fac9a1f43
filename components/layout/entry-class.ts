/** An entry of the side bar. */
export const entryClass =
  'flex h-8 items-center gap-2 rounded-sm px-2 text-ink-2 hover:bg-inset hover:no-underline aria-[current]:bg-pressed aria-[current]:font-semibold aria-[current]:text-ink max-lg:justify-center'
