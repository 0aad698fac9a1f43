import type { ComponentProps } from 'react'
import { controlClass } from '@/components/ui/control'

/** Grows with its text from `rows` on where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      className={controlClass({ size: 'area', className: ['field-sizing-content resize-none', className] })}
      rows={rows}
    />
  )
}
