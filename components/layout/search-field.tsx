'use client'

import { cx } from 'class-variance-authority'
import { Search, X } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '@/components/ui/icon'
import { isComposing } from '@/components/ui/input-method'
import { PaletteKey } from './palette/palette-button'
import { toolClass } from './tool-class'
import { isTaken, keyOf } from './typing'

const QUEUE = '/cases'

/**
 * Searches the queue; its other filters stay. `/` puts the cursor here, Esc takes the search back. On a phone a glass
 * stands for it, and the field lies over the bar while it is open.
 */
export function SearchField() {
  const t = useTranslations('shell')
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const field = useRef<HTMLInputElement>(null)
  const kept = pathname.startsWith(QUEUE) ? [...params].filter(([name]) => name !== 'search') : []
  const search = params.get('search') ?? ''
  const [open, setOpen] = useState(false)
  const shown = open || search !== ''

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (keyOf(event) !== '/' || isTaken(event)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    addEventListener('keydown', focus)
    return () => removeEventListener('keydown', focus)
  }, [])

  const find = (text: string) => {
    const query = new URLSearchParams(kept)
    if (text.trim()) query.set('search', text.trim())
    router.push(query.size > 0 ? `${QUEUE}?${query}` : QUEUE)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    find(field.current?.value ?? '')
  }

  return (
    <>
      {!shown && (
        <button
          aria-label={t('search')}
          className={cx(toolClass, 'md:hidden')}
          onClick={() => {
            flushSync(() => setOpen(true))
            field.current?.focus()
          }}
          type="button"
        >
          <Icon as={Search} />
        </button>
      )}
      <search
        className={cx(
          'max-md:absolute max-md:inset-x-0 max-md:top-0 max-md:z-10 max-md:bg-chrome max-md:px-4 max-md:py-1.5 md:ml-4 md:w-100 md:min-w-0',
          !shown && 'max-md:hidden',
        )}
      >
        <form
          action={QUEUE}
          className="flex h-9 items-center gap-2 rounded-sm border border-line-strong bg-surface pr-1.5 pl-2 text-ink-3 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-1 has-[input:focus-visible]:outline-focus md:h-7"
          onSubmit={submit}
        >
          {kept.map(([name, value]) => (
            <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
          ))}
          <Icon as={Search} small />
          <input
            aria-keyshortcuts="/"
            aria-label={t('search')}
            autoComplete="off"
            className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none placeholder:text-ink-3"
            defaultValue={search}
            enterKeyHint="search"
            // A search that came or went by the address shows here.
            key={search}
            maxLength={64}
            name="search"
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
              event.currentTarget.blur()
              if (search) find('')
            }}
            placeholder={t('search')}
            ref={field}
            type="text"
          />
          {search && (
            <button
              aria-label={t('clearSearch')}
              className="inline-flex size-8 items-center justify-center rounded-sm hover:text-ink md:size-5"
              onClick={() => find('')}
              type="button"
            >
              <Icon as={X} small />
            </button>
          )}
          <PaletteKey />
        </form>
      </search>
    </>
  )
}
