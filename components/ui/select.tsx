'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { type KeyboardEvent, useRef, useState } from 'react'
import { controlClass } from '@/components/ui/control'
import type { ControlProps } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { isComposing } from '@/components/ui/input-method'
import { Kbd } from '@/components/ui/kbd'

export type SelectOption<V extends string = string> = { value: V; label: string; disabled?: boolean }

export type SelectProps<V extends string = string> = Partial<ControlProps> & {
  /** undefined while nothing is chosen */
  value: V | undefined
  onValueChange: (value: V) => void
  options: readonly SelectOption<V>[]
  placeholder?: string
  name?: string
  disabled?: boolean
  size?: 'md' | 'xl'
  className?: string
  'aria-label'?: string
  /** Each option has its number, up to nine, and a key chooses it. Called when one did: the focus is free then. */
  onNumber?: () => void
}

export function Select<V extends string>({
  value,
  onValueChange,
  options,
  placeholder,
  name,
  disabled,
  size = 'md',
  className,
  onNumber,
  ...control
}: SelectProps<V>) {
  const [open, setOpen] = useState(false)
  const byNumber = useRef(false)
  const press = (event: KeyboardEvent) => {
    const option = options[Number(event.key) - 1]
    if (!onNumber || !option || option.disabled) return
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onValueChange(option.value)
    if (!open) return onNumber()
    byNumber.current = true
    setOpen(false)
  }
  return (
    <Radix.Root
      disabled={disabled}
      name={name}
      onOpenChange={setOpen}
      onValueChange={(chosen) => onValueChange(chosen as V)}
      open={open}
      // An empty text, not undefined: else taking the choice back would leave the old one standing.
      value={value ?? ''}
    >
      <Radix.Trigger
        {...control}
        className={controlClass({
          size,
          className: ['flex! items-center gap-2 text-left data-placeholder:text-ink-3', className],
        })}
        onKeyDown={press}
      >
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        {onNumber && value === undefined && <Kbd className="max-md:hidden">1–{options.length}</Kbd>}
        <Icon as={ChevronDown} small />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="z-30 max-h-(--radix-select-content-available-height) w-(--radix-select-trigger-width) animate-appear rounded-md bg-surface p-1 shadow-overlay"
          onCloseAutoFocus={(event) => {
            if (!byNumber.current) return
            byNumber.current = false
            event.preventDefault()
            onNumber?.()
          }}
          onKeyDown={press}
          position="popper"
          sideOffset={4}
        >
          <Radix.Viewport nonce={globalThis.__webpack_nonce__}>
            {options.map((option, n) => (
              <Radix.Item
                className="flex min-h-10 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-ink outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-inset md:min-h-7"
                disabled={option.disabled}
                key={option.value}
                value={option.value}
              >
                <span className="flex w-3.5 flex-none justify-center">
                  <Radix.ItemIndicator>
                    <Icon as={Check} small />
                  </Radix.ItemIndicator>
                </span>
                <Radix.ItemText>{option.label}</Radix.ItemText>
                {onNumber && <Kbd className="ml-auto text-ink-3 max-md:hidden">{n + 1}</Kbd>}
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
