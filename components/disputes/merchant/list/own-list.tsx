'use client'

import Link from 'next/link'
import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { RowSkeletons } from '@/components/after-sales/queue/row-skeletons'
import { Blank } from '@/components/ui/blank'
import { Button, buttonClass } from '@/components/ui/button'
import { OwnRow } from './own-row'
import { useOwnHref } from './use-own-href'
import type { OwnList as List } from './use-own-list'

/** The shop's disputes: one is selected by the URL, one has the tab stop, arrows move between them. */
export function OwnList({ list }: { list: List }) {
  const t = useTranslations('dispute.list')
  const queue = useTranslations('queue')
  const { no } = useParams<{ no?: string }>()
  const hrefOf = useOwnHref()
  const { rows, tab } = list
  const tabStop = rows.some((row) => row.no === no) ? no : rows[0]?.no
  return (
    <section aria-label={t('label')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-8 flex-none items-center border-b border-line px-4 text-xs text-ink-3">
        {t(`order.${tab}`)}
      </div>
      {list.failed && rows.length > 0 && (
        <p className="border-b border-line bg-warn-tint px-4 py-1.5 text-xs text-ink">{queue('stale')}</p>
      )}
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]">
        {list.isLoading ? (
          <RowSkeletons label={t('loading')} />
        ) : rows.length > 0 ? (
          <div aria-label={t('label')} onKeyDown={moveFocus} role="listbox" tabIndex={-1}>
            {rows.map((row) => (
              <OwnRow
                href={hrefOf(row.no)}
                key={row.no}
                row={row}
                selected={row.no === no}
                tabbable={row.no === tabStop}
              />
            ))}
          </div>
        ) : (
          <Nothing list={list} />
        )}
        {list.hasMore && rows.length > 0 && (
          <div className="px-4 py-2">
            <Button onClick={list.loadMore} variant="bare">
              {t('more')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function Nothing({ list: { tab, failed, retry } }: { list: List }) {
  const t = useTranslations('dispute.list')
  const queue = useTranslations('queue.error')
  if (failed)
    return (
      <Blank action={<Button onClick={retry}>{queue('retry')}</Button>} role="alert" title={queue('title')}>
        {queue('body')}
      </Blank>
    )
  return (
    <Blank
      action={
        <Link className={buttonClass()} href="/cases" prefetch={false}>
          {t('seeCases')}
        </Link>
      }
      role="status"
      title={t(`empty.${tab}`)}
    >
      {t('emptyMore')}
    </Blank>
  )
}

/** Arrows, Home and End go from row to row; Enter is the link's own. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined || at === -1 ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}
