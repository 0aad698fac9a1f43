import type { VariantProps } from 'class-variance-authority'
import { Loader } from 'lucide-react'
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { buttonClass } from './button-class'

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
