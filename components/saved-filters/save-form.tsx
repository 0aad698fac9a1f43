'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { FILTER_NAME_MAX, FILTERS_MAX } from '@/lib/saved-filters/domain/filter-list'
import { SAVED_PARAM } from '@/lib/saved-filters/params'
import type { SavedFilters } from '@/lib/saved-filters/views'
import { nameFault } from './name-fault'
import type { FilterChanges } from './use-filter-changes'
import { useShownQuery } from './use-views'

/** Keeps what the queue shows: under a name, or as the saved filter that it came from. */
export function SaveForm({ saved: { own }, changes }: { saved: SavedFilters; changes: FilterChanges }) {
  const t = useTranslations('queue.saved')
  const follow = useFollow()
  const { query, cameFrom, hour } = useShownQuery()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const fault = nameFault(name)
  if (query === null) return hour && <p className="px-2 py-1.5 text-xs text-ink-3">{t('hour')}</p>
  const same = own.find((one) => one.query === query)
  const from = own.find(({ id }) => id === cameFrom)
  if (same) return null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fault || changes.busy) return
    const kept = await changes.save(name.trim(), query)
    if (!kept) return
    setName('')
    setTried(false)
    follow(kept.id)
  }
  return (
    <form className="mt-2 grid gap-2 border-t border-line px-2 pt-3 pb-1" onSubmit={save}>
      {from && (
        <Button busy={changes.busy} className="min-w-0" onClick={() => changes.update(from, query)}>
          <span className="truncate">{t('update', { name: from.name })}</span>
        </Button>
      )}
      <Field error={tried && fault && t(`faults.${fault}`, { max: FILTER_NAME_MAX })} label={t('saveAs')}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              autoComplete="off"
              className="min-w-0 flex-1"
              onChange={(event) => setName(event.target.value)}
              placeholder={t('placeholder')}
              value={name}
            />
            <Button
              busy={changes.busy}
              reason={own.length >= FILTERS_MAX && t('problems.tooMany', { max: FILTERS_MAX })}
              type="submit"
              variant="primary"
            >
              {t('save')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}

/** The address remembers from now on which saved filter it is. */
function useFollow(): (id: string) => void {
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  return (id) => {
    const next = new URLSearchParams(params)
    next.set(SAVED_PARAM, id)
    router.replace(`${pathname}?${next}`, { scroll: false })
  }
}
