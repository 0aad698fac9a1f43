'use client'

import { cx } from 'class-variance-authority'
import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useActiveOption } from '@/components/after-sales/case/use-active-option'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/input'

export type Choice = { id: string; label: ReactNode; chosen: boolean; choose: () => void }

export type PickListProps = {
  label: string
  /** Null: they are on their way. */
  choices: readonly Choice[] | null
  /** The field that narrows them; without it there are few. */
  filter?: { label: string; text: string; onText: (text: string) => void } | undefined
  busy: boolean
}

/** One of a few by arrows and Enter, or a click. */
export function PickList({ label, choices, filter, busy }: PickListProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const found = choices ?? []
  const pick = (at: number) => !busy && found[at]?.choose()
  const { active, press } = useActiveOption(filter?.text ?? '', found.length, pick)
  const filtered = filter !== undefined
  useEffect(() => {
    const holder = filtered ? field.current : list.current
    holder?.focus()
  }, [filtered])
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const keys = {
    'aria-activedescendant': found.length > 0 ? `${id}-${active}` : undefined,
    onKeyDown: (event: KeyboardEvent) => void (event.key !== 'Tab' && press(event)),
  }
  return (
    <>
      {filter && (
        <div className="sticky top-0 bg-surface pb-1">
          <Input
            {...keys}
            aria-autocomplete="list"
            aria-controls={id}
            aria-expanded
            aria-label={filter.label}
            autoComplete="off"
            onChange={(event) => filter.onText(event.target.value)}
            placeholder={filter.label}
            ref={field}
            role="combobox"
            value={filter.text}
          />
        </div>
      )}
      <div
        {...(!filter && keys)}
        aria-busy={busy || choices === null}
        aria-label={label}
        className="outline-none"
        id={id}
        ref={list}
        role="listbox"
        tabIndex={filter ? -1 : 0}
      >
        {found.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list or its field has the keys
          <div
            aria-selected={choice.chosen}
            className={cx(
              'flex min-h-10 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-ink md:min-h-7',
              at === active ? 'bg-inset' : 'hover:bg-inset',
            )}
            id={`${id}-${at}`}
            key={choice.id}
            onClick={() => pick(at)}
            // the keys stay where they are
            onMouseDown={(event) => event.preventDefault()}
            role="option"
            tabIndex={-1}
          >
            {choice.label}
            {choice.chosen && <Icon as={Check} className="ml-auto flex-none" small />}
          </div>
        ))}
      </div>
    </>
  )
}
