'use client'

import { useTranslations } from 'next-intl'
import { ALL } from '@/components/disputes/list/source'
import { useCounts } from '@/components/disputes/list/use-counts'
import { countText } from '@/components/list/count-text'
import { ListFrame } from '@/components/list/list-frame'
import { RowList } from '@/components/list/row-list'
import { UpdatesButton } from '@/components/list/updates-button'
import type { HrefOf } from '@/components/list/use-list-href'
import type { ListView } from '@/components/list/use-list-view'
import { Blank } from '@/components/ui/blank'
import type { DisputeCounts, DisputeLane, DisputeRow } from '@/lib/disputes/views'
import { DisputeRowLink } from './dispute-row'
import type { ConsoleList } from './use-console-list'

export type DisputeListProps = { list: ConsoleList; view: ListView<DisputeRow>; me: string; hrefOf: HrefOf }

/** The disputes by what they wait for. */
export function DisputeList({ list, view, me, hrefOf }: DisputeListProps) {
  const t = useTranslations('console')
  const counts = useCounts(ALL)
  return (
    <ListFrame
      empty={<Blank role="status" title={t(`empty.${list.tab}`)} />}
      label={t('list')}
      list={list}
      loading={t('loading')}
      view={view}
    >
      {list.groups.map(({ heading, lanes, rows }, group) => (
        <div key={heading}>
          <div className="sticky top-0 z-10 flex h-8 items-center gap-3 border-b border-line bg-surface px-4 text-xs text-ink-3">
            <h2 className="font-semibold text-ink">{t(`groups.${heading}`)}</h2>
            <span>{countText(Math.max(sumOf(counts, lanes), rows.length))}</span>
            {group === 0 ? (
              <UpdatesButton view={view}>{t(`order.${heading}`)}</UpdatesButton>
            ) : (
              <span className="ml-auto">{t(`order.${heading}`)}</span>
            )}
          </div>
          {view.groups[group]?.length ? (
            <RowList group={group} hasMore={list.hasMore} hrefOf={hrefOf} label={t(`groups.${heading}`)} view={view}>
              {(row, place) => <DisputeRowLink mine={row.claim?.userId === me} row={row} {...place} />}
            </RowList>
          ) : (
            <p className="border-b border-line px-4 py-2.5 text-xs text-ink-3">{t(`empty.${heading}`)}</p>
          )}
        </div>
      ))}
    </ListFrame>
  )
}

function sumOf(counts: DisputeCounts | undefined, lanes: readonly DisputeLane[]): number {
  return counts ? lanes.reduce((sum, lane) => sum + counts[lane], 0) : 0
}
