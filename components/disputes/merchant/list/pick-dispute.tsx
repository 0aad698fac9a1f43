'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useOwnHref } from './use-own-href'
import { useOwnList } from './use-own-list'

/** No dispute is open yet: where to begin. */
export function PickDispute() {
  const t = useTranslations('dispute.list')
  const hrefOf = useOwnHref()
  const { rows, tab } = useOwnList()
  const [first] = rows
  if (!first) return <Blank title={t(`empty.${tab}`)} />
  return (
    <Blank
      action={
        <Link className={buttonClass({ variant: 'primary' })} href={hrefOf(first.no)} prefetch={false} scroll={false}>
          {t('pickOpen')} <Kbd>J</Kbd>
        </Link>
      }
      title={t('pick')}
    >
      {t(tab === 'OPEN' ? 'pickBody' : 'pickOver', { title: first.title })}
    </Blank>
  )
}
