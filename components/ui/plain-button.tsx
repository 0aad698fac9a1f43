import type { ComponentProps } from 'react'
import { BASE, MEDIUM, PADDED, PLAIN } from './button-look'

/** A button for where something broke: it looks like the others, and needs hardly any code that could be missing too. */
export function PlainButton(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return <button {...props} className={`${BASE} ${PLAIN} ${MEDIUM} ${PADDED}`} type="button" />
}
