import { cva } from 'class-variance-authority'

/** The look that inputs, text areas and select triggers share. */
export const controlClass = cva(
  [
    'block w-full rounded-sm border border-line-control bg-surface px-2.25 text-ink placeholder:text-ink-3',
    'focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus',
    'aria-invalid:border-danger aria-invalid:shadow-[0_0_0_1px_var(--color-danger)] aria-invalid:outline-offset-1',
    'disabled:border-line disabled:bg-inset disabled:text-ink-3',
  ],
  {
    variants: {
      /** md 32 px, xl 36 px; on a phone 40 and 44 */
      size: { md: 'h-10 md:h-8', xl: 'h-11 md:h-9', area: 'py-1.75 leading-[1.6]' },
    },
    defaultVariants: { size: 'md' },
  },
)
