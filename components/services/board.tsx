'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { OfflineStrip } from '@/components/list/offline-strip'
import { useHydrating } from '@/components/ui/use-hydrating'
import { BoardHead } from './board-head'
import { BoardNothing } from './board-nothing'
import { Column } from './column'
import { ColumnSwitch } from './column-switch'
import { DoneDock } from './done-dock'
import { useBoardKeys } from './use-board-keys'
import { useBoardParams } from './use-board-params'
import { useColumn } from './use-column'

/** The shop's services by how far they are: columns side by side, below xl one at a time. */
export function Board() {
  const t = useTranslations('services')
  const queue = useTranslations('queue')
  const { filter, column } = useBoardParams()
  const [todo, active, confirm, done] = [
    useColumn('TODO', filter),
    useColumn('ACTIVE', filter),
    useColumn('CONFIRM', filter),
    useColumn('DONE', filter),
  ]
  useBoardKeys()
  const lists = [todo, active, confirm, done]
  const nothing = lists.every(({ rows, isLoading }) => rows.length === 0 && !isLoading)
  const failed = lists.some((list) => list.failed)
  const retry = () => {
    for (const list of lists) list.retry()
  }
  const place = (own: typeof column) => (own === column ? undefined : 'max-xl:hidden')
  return (
    <div aria-busy={useHydrating()} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <BoardHead />
      <OfflineStrip />
      {failed && !nothing && <p className={STALE}>{queue('stale')}</p>}
      {nothing ? (
        <BoardNothing failed={failed} filter={filter} retry={retry} />
      ) : (
        <>
          <ColumnSwitch />
          <div className="flex min-h-0 flex-1 xl:grid xl:grid-cols-3 xl:divide-x xl:divide-line">
            <Column className={place('TODO')} column="TODO" list={todo} />
            <Column className={place('ACTIVE')} column="ACTIVE" list={active} />
            <div className={cx('flex min-h-0 min-w-0 flex-1 flex-col', place('CONFIRM') && place('DONE'))}>
              <Column className={place('CONFIRM')} column="CONFIRM" list={confirm} />
              <DoneDock list={done} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}

const STALE = 'border-b border-line bg-warn-tint px-4 py-1.5 text-xs text-ink'
