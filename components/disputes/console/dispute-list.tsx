'use client'

import { useTranslations } from 'next-intl'
import { ALL } from '@/components/disputes/list/source'
import { useCounts } from '@/components/disputes/list/use-counts'
import { countText } from '@/components/list/count-text'
import { ListFrame } from '@/components/list/list-frame'
import { RowList } from '@/components/list/row-list'
import type { HrefOf } from '@/components/list/use-list-href'
import { useRowPlaces } from '@/components/list/use-row-places'
import { Blank } from '@/components/ui/blank'
import type { DisputeCounts, DisputeLane } from '@/lib/disputes/views'
import { DisputeRowLink } from './dispute-row'
import type { ConsoleList } from './use-console-list'

/** The disputes by what they wait for. */
export function DisputeList({ list, me, hrefOf }: { list: ConsoleList; me: string; hrefOf: HrefOf }) {
  const t = useTranslations('console')
  const counts = useCounts(ALL)
  const placeOf = useRowPlaces(list.rows, hrefOf)
  return (
    <ListFrame
      empty={<Blank role="status" title={t(`empty.${list.tab}`)} />}
      label={t('list')}
      list={list}
      loading={t('loading')}
    >
      {list.groups.map(({ heading, lanes, rows }) => (
        <div key={heading}>
          <div className="flex h-8 items-center gap-3 border-b border-line px-4 text-xs text-ink-3">
            <h2 className="font-semibold text-ink">{t(`groups.${heading}`)}</h2>
            <span>{countText(Math.max(sumOf(counts, lanes), rows.length))}</span>
            <span className="ml-auto">{t(`order.${heading}`)}</span>
          </div>
          {rows.length > 0 ? (
            <RowList label={t(`groups.${heading}`)}>
              {rows.map((row) => (
                <DisputeRowLink key={row.no} mine={row.claim?.userId === me} row={row} {...placeOf(row.no)} />
              ))}
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
