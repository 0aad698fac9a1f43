import { cva } from 'class-variance-authority'
import { BASE, MEDIUM, PADDED, PLAIN } from './button-look'

/** The look of a button, for a link that acts as one: `<Link className={buttonClass({ variant: 'primary' })}>`. */
export const buttonClass = cva(
  [
    BASE,
    'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-inset aria-disabled:font-normal aria-disabled:text-ink-3',
  ],
  {
    variants: {
      variant: {
        plain: PLAIN,
        primary:
          'border-accent bg-accent font-semibold text-on-accent hover:border-accent-hover hover:bg-accent-hover active:bg-accent-hover',
        danger: 'border-line-strong bg-surface text-danger hover:bg-inset active:bg-pressed',
        'danger-primary': 'border-danger bg-danger font-semibold text-on-h1 hover:opacity-90',
        bare: 'border-transparent bg-transparent text-ink-2 hover:bg-inset active:bg-pressed',
      },
      /** md 28 px, lg 32 px (action bars), xl 36 px (the one button of a form); on a phone 40, 40 and 44 */
      size: { md: MEDIUM, lg: 'h-10 md:h-8', xl: 'h-11 md:h-9' },
    },
    compoundVariants: [
      { variant: ['plain', 'primary', 'danger', 'danger-primary'], size: 'md', className: PADDED },
      { variant: ['plain', 'primary', 'danger', 'danger-primary'], size: ['lg', 'xl'], className: 'px-3' },
      { variant: 'bare', className: 'px-1.5' },
    ],
    defaultVariants: { variant: 'plain', size: 'md' },
  },
)
