'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ListFrame } from '@/components/list/list-frame'
import { RowList } from '@/components/list/row-list'
import { UpdatesButton } from '@/components/list/updates-button'
import type { HrefOf } from '@/components/list/use-list-href'
import type { ListView } from '@/components/list/use-list-view'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'
import type { DisputeRow } from '@/lib/disputes/views'
import { OwnRow } from './own-row'
import type { OwnDisputes } from './use-own-list'

export type OwnListProps = { list: OwnDisputes; view: ListView<DisputeRow>; hrefOf: HrefOf }

/** The shop's disputes, in the order that stands over them. */
export function OwnList({ list, view, hrefOf }: OwnListProps) {
  const t = useTranslations('dispute.list')
  const { tab } = list
  const empty = (
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
  return (
    <ListFrame
      empty={empty}
      head={
        <div className="flex min-h-8 flex-none items-center gap-3 border-b border-line px-4 text-xs text-ink-3">
          {t(`order.${tab}`)}
          <UpdatesButton view={view} />
        </div>
      }
      label={t('label')}
      list={list}
      loading={t('loading')}
      view={view}
    >
      <RowList hasMore={list.hasMore} hrefOf={hrefOf} label={t('label')} view={view}>
        {(row, place) => <OwnRow row={row} {...place} />}
      </RowList>
    </ListFrame>
  )
}
