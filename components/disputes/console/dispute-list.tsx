'use client'

import { useParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { countText } from '@/components/after-sales/queue/count-text'
import { RowSkeletons } from '@/components/after-sales/queue/row-skeletons'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import type { DisputeCounts } from '@/lib/disputes/views'
import { DisputeRowLink } from './dispute-row'
import type { Lane } from './lanes'
import { useDisputeHref } from './use-dispute-href'
import { type ConsoleList, useDisputeCounts } from './use-lanes'

/** The disputes by what they wait for: one is selected by the URL, one has the tab stop, arrows move between them. */
export function DisputeList({ list, me }: { list: ConsoleList; me: string }) {
  const t = useTranslations('console')
  const { no } = useParams<{ no?: string }>()
  const hrefOf = useDisputeHref()
  const counts = useDisputeCounts()
  const { groups, rows } = list
  const tabStop = rows.some((row) => row.no === no) ? no : rows[0]?.no
  // what is empty beside others says so by its count of none
  const several = groups.length > 1
  if (list.isLoading) return <RowSkeletons label={t('loading')} />
  if (rows.length === 0) return <Nothing list={list} />
  return (
    <section aria-label={t('list')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {list.failed && <p className="border-b border-line bg-warn-tint px-4 py-1.5 text-xs text-ink">{t('stale')}</p>}
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto [scrollbar-width:thin]" data-rows>
        {groups.map(({ heading, lanes, rows: own }) => (
          <div key={heading}>
            <div className="flex h-8 items-center gap-3 border-b border-line px-4 text-xs text-ink-3">
              <h2 className="font-semibold text-ink">{t(`groups.${heading}`)}</h2>
              <span>{countText(Math.max(sumOf(counts, lanes), own.length))}</span>
              <span className="ml-auto">{t(`order.${heading}`)}</span>
            </div>
            {own.length > 0 ? (
              <div aria-label={t(`groups.${heading}`)} onKeyDown={moveFocus} role="listbox" tabIndex={-1}>
                {own.map((row) => (
                  <DisputeRowLink
                    href={hrefOf(row.no)}
                    key={row.no}
                    mine={row.claim?.userId === me}
                    row={row}
                    selected={row.no === no}
                    tabbable={row.no === tabStop}
                  />
                ))}
              </div>
            ) : (
              several && <p className="border-b border-line px-4 py-2.5 text-xs text-ink-3">{t(`empty.${heading}`)}</p>
            )}
          </div>
        ))}
        {list.hasMore && (
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

function Nothing({ list: { tab, failed, retry } }: { list: ConsoleList }) {
  const t = useTranslations('console')
  const common = useTranslations('common')
  if (!failed) return <Blank role="status" title={t(`empty.${tab}`)} />
  return (
    <Blank action={<Button onClick={retry}>{common('retry')}</Button>} role="alert" title={t('failed.title')}>
      {t('failed.body')}
    </Blank>
  )
}

function sumOf(counts: DisputeCounts | undefined, lanes: readonly Lane[]): number {
  return counts ? lanes.reduce((sum, lane) => sum + counts[lane], 0) : 0
}

/** Arrows, Home and End go from row to row through all groups; Enter is the link's own. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const list = event.currentTarget.closest('[data-rows]')
  const rows = [...(list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined || at === -1 ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}
