'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useSummary } from '@/components/after-sales/queue/use-queue'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { SavedFilters } from '@/lib/saved-filters/views'
import { SaveForm } from './save-form'
import { TidyRow } from './tidy-row'
import { useFilterChanges } from './use-filter-changes'
import { useViews } from './use-views'
import { ViewLink } from './view-link'

export type SavedPanelProps = { button: ReactNode; shopId: string }

/** The saved filters: choose one, keep the one that is shown, put them in order. Open from the start, under `button`. */
export default function SavedPanel({ button, shopId }: SavedPanelProps) {
  const t = useTranslations('queue.saved')
  const saved = useSummary()?.saved
  const [open, setOpen] = useState(true)
  const [renaming, setRenaming] = useState<string | null>(null)
  return (
    <Popover onOpenChange={setOpen} open={open}>
      <PopoverTrigger asChild>{button}</PopoverTrigger>
      <PopoverContent
        align="end"
        aria-label={t('title')}
        className="p-2!"
        onEscapeKeyDown={(event) => {
          // it ends what is being written first, and what an input method composes before that
          if (event.isComposing) event.preventDefault()
          else if (renaming !== null) {
            event.preventDefault()
            setRenaming(null)
          }
        }}
      >
        {saved && (
          <Contents
            onChosen={() => setOpen(false)}
            renaming={renaming}
            saved={saved}
            setRenaming={setRenaming}
            shopId={shopId}
          />
        )}
      </PopoverContent>
    </Popover>
  )
}

type ContentsProps = {
  saved: SavedFilters
  shopId: string
  /** The filter whose name is being written. */
  renaming: string | null
  setRenaming: (id: string | null) => void
  onChosen: () => void
}

function Contents({ saved, shopId, renaming, setRenaming, onChosen }: ContentsProps) {
  const t = useTranslations('queue.saved')
  const views = useViews(saved)
  const changes = useFilterChanges(shopId)
  const [tidying, setTidying] = useState(false)
  const own = saved.own.length
  return (
    <>
      <div className="flex h-8 items-center px-2">
        <h2 className="flex-1 text-xs text-ink-3">{t('title')}</h2>
        {own > 0 && (
          <Button
            aria-pressed={tidying}
            onClick={() => {
              setTidying(!tidying)
              setRenaming(null)
            }}
            variant="bare"
          >
            {t(tidying ? 'tidied' : 'tidy')}
          </Button>
        )}
      </div>
      <ul>
        {views.map((view) => (
          <li key={view.key}>
            {tidying && view.own ? (
              <TidyRow
                changes={changes}
                filter={view.own}
                onRename={setRenaming}
                place={{ at: saved.own.indexOf(view.own), of: own }}
                renaming={renaming === view.own.id}
              />
            ) : (
              <ViewLink onChosen={onChosen} view={view} />
            )}
          </li>
        ))}
      </ul>
      {changes.problem && (
        <div className="px-2 pt-1" role="alert">
          <Note tone="bad">{changes.problem}</Note>
        </div>
      )}
      <p className="sr-only" role="status">
        {changes.said}
      </p>
      {!tidying && <SaveForm changes={changes} saved={saved} />}
    </>
  )
}
