'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

export type PaletteFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'className'> & {
  text: string
  onText: (text: string) => void
  /** There is a queue to search, not only disputes. */
  member: boolean
  /** At its right. */
  children?: ReactNode
}

/** Where one types what one looks for. */
export function PaletteField({ text, onText, member, children, ...rest }: PaletteFieldProps) {
  const t = useTranslations('shell.palette')
  const name = t(member ? 'field' : 'fieldOfSupport')
  return (
    <div className="flex h-14 flex-none items-center gap-2.5 border-b border-line pr-2 pl-4 text-ink-3 md:h-12 md:pr-4">
      <Icon as={Search} />
      <input
        {...rest}
        aria-label={name}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        className="h-full min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
        enterKeyHint="go"
        maxLength={64}
        onChange={(event) => onText(event.target.value)}
        placeholder={name}
        spellCheck={false}
        type="text"
        value={text}
      />
      {children}
    </div>
  )
}
