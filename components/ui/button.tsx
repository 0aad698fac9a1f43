import { cva, type VariantProps } from 'class-variance-authority'
import { Loader } from 'lucide-react'
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui/icon'

/** The look of a button, for a link that acts as one: `<Link className={buttonClass({ variant: 'primary' })}>`. */
export const buttonClass = cva(
  [
    'inline-flex items-center justify-center gap-1.5 rounded-sm border whitespace-nowrap transition-colors hover:no-underline [&_kbd]:-mr-0.75',
    'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-inset aria-disabled:font-normal aria-disabled:text-ink-3',
  ],
  {
    variants: {
      variant: {
        plain: 'border-line-strong bg-surface text-ink hover:bg-inset active:bg-pressed',
        primary:
          'border-accent bg-accent font-semibold text-on-accent hover:border-accent-hover hover:bg-accent-hover active:bg-accent-hover',
        danger: 'border-line-strong bg-surface text-danger hover:bg-inset active:bg-pressed',
        'danger-primary': 'border-danger bg-danger font-semibold text-on-h1 hover:opacity-90',
        bare: 'border-transparent bg-transparent text-ink-2 hover:bg-inset active:bg-pressed',
      },
      /** md 28 px, lg 32 px (action bars), xl 36 px (the one button of a form); on a phone 40, 40 and 44 */
      size: { md: 'h-10 md:h-7', lg: 'h-10 md:h-8', xl: 'h-11 md:h-9' },
    },
    compoundVariants: [
      { variant: ['plain', 'primary', 'danger', 'danger-primary'], size: 'md', className: 'px-2.5' },
      { variant: ['plain', 'primary', 'danger', 'danger-primary'], size: ['lg', 'xl'], className: 'px-3' },
      { variant: 'bare', className: 'px-1.5' },
    ],
    defaultVariants: { variant: 'plain', size: 'md' },
  },
)

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonClass> & {
    /** The act is under way: the button keeps its width, its colour and the focus, and takes no second click. */
    busy?: boolean
    /** What it says meanwhile ("正在退款 ¥128.00"); without it a spinner stands in front of its own words. */
    busyLabel?: ReactNode
    /** Why it cannot be pressed yet; stands to its right. The button stays focusable and says so (`aria-disabled`). */
    reason?: ReactNode
  }

export function Button({
  variant,
  size,
  busy = false,
  busyLabel,
  reason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const blocked = reason !== undefined && reason !== null && reason !== false
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || blocked) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <>
      <button
        {...rest}
        {...(blocked && { 'aria-disabled': true, 'aria-describedby': reasonId })}
        aria-busy={busy || undefined}
        className={buttonClass({ variant, size, className })}
        // A server component hands no handlers down; the click then is the form's or nobody's.
        {...((onClick || busy || blocked) && { onClick: press })}
        type={type}
      >
        {busyLabel === undefined ? (
          <>
            {busy && <Icon as={Loader} small />}
            {children}
          </>
        ) : (
          <Alternatives busy={busy} busyLabel={busyLabel} idleLabel={children} />
        )}
      </button>
      {blocked && (
        <span className="text-xs text-ink-3" id={reasonId}>
          {reason}
        </span>
      )}
    </>
  )
}

// Both labels lie in one cell, so that the button is as wide as the wider one from the start.
function Alternatives({ busy, busyLabel, idleLabel }: { busy: boolean; busyLabel: ReactNode; idleLabel: ReactNode }) {
  const cell = 'col-start-1 row-start-1 inline-flex items-center justify-center gap-1.5'
  return (
    <span className="inline-grid">
      <span className={busy ? `${cell} invisible` : cell}>{idleLabel}</span>
      <span className={busy ? cell : `${cell} invisible`}>
        <Icon as={Loader} small />
        {busyLabel}
      </span>
    </span>
  )
}
