'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { FILTER_NAME_MAX, type SavedFilter } from '@/lib/saved-filters/domain/filter-list'
import { nameFault } from './name-fault'
import type { FilterChanges } from './use-filter-changes'

export type RenameFormProps = { filter: SavedFilter; changes: FilterChanges; onDone: () => void }

/** In the place of its row. Enter keeps the name, Esc leaves the old one. */
export function RenameForm({ filter: { id, name: before }, changes, onDone }: RenameFormProps) {
  const t = useTranslations('queue.saved')
  const [name, setName] = useState(before)
  const fault = nameFault(name)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (fault || changes.busy) return
    if (name.trim() === before || (await changes.rename(id, name.trim()))) onDone()
  }
  return (
    <form className="px-2 py-1.5" onSubmit={keep}>
      <Field error={fault && t(`faults.${fault}`, { max: FILTER_NAME_MAX })} label={t('newName', { name: before })}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              autoComplete="off"
              autoFocus
              className="min-w-0 flex-1"
              onChange={(event) => setName(event.target.value)}
              onFocus={(event) => event.target.select()}
              value={name}
            />
            <Button busy={changes.busy} type="submit">
              {t('keepName')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
