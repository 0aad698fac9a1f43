import type { ComponentProps } from 'react'
import { Input } from '@/components/ui/input'

/** Takes six digits or a recovery code, named `code`; phones offer the digits from a message, and their number keys. */
export function CodeInput(props: Omit<ComponentProps<typeof Input>, 'name' | 'type'>) {
  return (
    <Input
      {...props}
      autoCapitalize="none"
      autoComplete="one-time-code"
      maxLength={40}
      name="code"
      required
      spellCheck={false}
      type="text"
    />
  )
}
