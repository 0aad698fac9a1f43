'use client'

import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { DIRECTIONS, type Direction, type SavedFilter } from '@/lib/saved-filters/domain/filter-list'
import { RenameForm } from './rename-form'
import type { FilterChanges } from './use-filter-changes'

export type TidyRowProps = {
  filter: SavedFilter
  /** Which of how many, from 0. */
  place: { at: number; of: number }
  changes: FilterChanges
  renaming: boolean
  onRename: (id: string | null) => void
}

const MARKS = { UP: ArrowUp, DOWN: ArrowDown }
const idOf = (act: string, id: string) => `saved-${act}-${id}`

/** One of the member's own, with what he can do with it. The focus stays with what he does. */
export function TidyRow({ filter, place: { at, of }, changes, renaming, onRename }: TidyRowProps) {
  const t = useTranslations('queue.saved')
  const { id, name } = filter
  if (renaming)
    return (
      <RenameForm
        changes={changes}
        filter={filter}
        onDone={() => {
          onRename(null)
          focusLater(idOf('rename', id))
        }}
      />
    )
  const move = async (direction: Direction) => {
    await changes.move(filter, direction)
    focusLater(idOf(direction, id))
  }
  const look =
    'w-10 px-0! aria-disabled:border-transparent! aria-disabled:bg-transparent! aria-disabled:opacity-40 md:w-7'
  return (
    <div className="flex min-h-10 items-center gap-1 pl-2 md:min-h-8">
      <span className="min-w-0 flex-1 truncate text-ink" title={name}>
        {name}
      </span>
      <Button
        aria-label={t('rename', { name })}
        className={look}
        id={idOf('rename', id)}
        onClick={() => onRename(id)}
        title={t('rename', { name })}
        variant="bare"
      >
        <Icon as={Pencil} small />
      </Button>
      {DIRECTIONS.map((direction) => {
        const end = direction === 'UP' ? at === 0 : at === of - 1
        return (
          <Button
            aria-disabled={end || undefined}
            aria-label={t(`move.${direction}`, { name })}
            className={look}
            id={idOf(direction, id)}
            key={direction}
            onClick={() => end || changes.busy || void move(direction)}
            title={t(`move.${direction}`, { name })}
            variant="bare"
          >
            <Icon as={MARKS[direction]} small />
          </Button>
        )
      })}
      <Button
        aria-label={t('remove', { name })}
        className={look}
        onClick={(event) => {
          if (changes.busy) return
          // the row goes, and the focus with it
          event.currentTarget.closest<HTMLElement>('[role=dialog]')?.focus()
          void changes.remove(filter, at)
        }}
        title={t('remove', { name })}
        variant="bare"
      >
        <Icon as={Trash2} small />
      </Button>
    </div>
  )
}

function focusLater(id: string) {
  setTimeout(() => document.getElementById(id)?.focus())
}
