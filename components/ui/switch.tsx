'use client'

import { Switch as Radix } from 'radix-ui'
import type { Ref } from 'react'

export type SwitchProps = {
  'aria-label': string
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** On or off; the word for it stands beside. Where it lies says it, not its colour alone. */
export function Switch(props: SwitchProps) {
  return (
    <Radix.Root
      {...props}
      // 36 × 20 to see, more to hit
      className="relative h-5 w-9 flex-none rounded-full bg-line-control before:absolute before:-inset-2 aria-checked:bg-accent disabled:opacity-60"
    >
      <Radix.Thumb className="absolute top-0.5 left-0.5 size-4 rounded-full bg-surface data-[state=checked]:left-4.5" />
    </Radix.Root>
  )
}
