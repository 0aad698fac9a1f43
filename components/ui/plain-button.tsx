import type { ComponentProps } from 'react'
import { buttonClass } from './button-class'

/** A button for where something broke: it looks like the others, and needs hardly any code that could be missing too. */
export function PlainButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button {...rest} className={buttonClass({ className })} type="button" />
}
