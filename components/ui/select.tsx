'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { controlClass } from '@/components/ui/control'
import type { ControlProps } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'

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
  ...control
}: SelectProps<V>) {
  return (
    <Radix.Root
      disabled={disabled}
      name={name}
      onValueChange={(chosen) => onValueChange(chosen as V)}
      // An empty text, not undefined: else taking the choice back would leave the old one standing.
      value={value ?? ''}
    >
      <Radix.Trigger
        {...control}
        className={controlClass({
          size,
          className: ['flex! items-center gap-2 text-left data-placeholder:text-ink-3', className],
        })}
      >
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Icon as={ChevronDown} small />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="z-30 max-h-(--radix-select-content-available-height) w-(--radix-select-trigger-width) animate-appear rounded-md bg-surface p-1 shadow-overlay"
          position="popper"
          sideOffset={4}
        >
          <Radix.Viewport>
            {options.map((option) => (
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
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
