'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ListFrame } from '@/components/list/list-frame'
import { RowList } from '@/components/list/row-list'
import type { HrefOf } from '@/components/list/use-list-href'
import { useRowPlaces } from '@/components/list/use-row-places'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'
import { OwnRow } from './own-row'
import type { OwnDisputes } from './use-own-list'

/** The shop's disputes, in the order that stands over them. */
export function OwnList({ list, hrefOf }: { list: OwnDisputes; hrefOf: HrefOf }) {
  const t = useTranslations('dispute.list')
  const { rows, tab } = list
  const placeOf = useRowPlaces(rows, hrefOf)
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
        <div className="flex min-h-8 flex-none items-center border-b border-line px-4 text-xs text-ink-3">
          {t(`order.${tab}`)}
        </div>
      }
      label={t('label')}
      list={list}
      loading={t('loading')}
    >
      <RowList label={t('label')}>
        {rows.map((row) => (
          <OwnRow key={row.no} row={row} {...placeOf(row.no)} />
        ))}
      </RowList>
    </ListFrame>
  )
}
