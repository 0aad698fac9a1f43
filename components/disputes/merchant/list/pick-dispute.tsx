'use client'

import { useTranslations } from 'next-intl'
import { OWN } from '@/components/disputes/list/source'
import { Begin } from '@/components/list/begin'
import { useListHref } from '@/components/list/use-list-href'
import { Blank } from '@/components/ui/blank'
import { useOwnList } from './use-own-list'

/** No dispute is open yet. */
export function PickDispute() {
  const t = useTranslations('dispute.list')
  const hrefOf = useListHref(OWN.path)
  const { rows, tab } = useOwnList()
  const [first] = rows
  if (!first) return <Blank title={t(`empty.${tab}`)} />
  return (
    <Begin href={hrefOf(first.no)} open={t('pickOpen')} title={t('pick')}>
      {t(tab === 'OPEN' ? 'pickBody' : 'pickOver', { title: first.title })}
    </Begin>
  )
}
