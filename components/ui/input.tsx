import type { ComponentProps } from 'react'
import { controlClass } from '@/components/ui/control'

export type InputProps = Omit<ComponentProps<'input'>, 'size'> & { size?: 'md' | 'xl' }

export function Input({ size = 'md', className, ...rest }: InputProps) {
  return <input {...rest} className={controlClass({ size, className })} />
}
