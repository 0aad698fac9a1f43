'use client'

import { useTranslations } from 'next-intl'
import { ALL } from '@/components/disputes/list/source'
import { Begin } from '@/components/list/begin'
import { useListHref } from '@/components/list/use-list-href'
import { Blank } from '@/components/ui/blank'
import { useConsoleList } from './use-console-list'

/** No dispute is open yet. */
export function PickFirst() {
  const t = useTranslations('console.pick')
  const hrefOf = useListHref(ALL.path)
  const [first] = useConsoleList().rows
  if (!first) return <Blank title={t('none')} />
  return (
    <Begin href={hrefOf(first.no)} open={t('open')} title={t('title')}>
      {t('body', { title: first.title, shop: first.shop.name })}
    </Begin>
  )
}
