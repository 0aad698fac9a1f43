'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useDisputeHref } from './use-dispute-href'
import { useConsoleList } from './use-lanes'

/** No dispute is open yet: where to begin. */
export function PickFirst() {
  const t = useTranslations('console.pick')
  const hrefOf = useDisputeHref()
  const [first] = useConsoleList().rows
  if (!first) return <Blank title={t('none')} />
  return (
    <Blank
      action={
        <Link className={buttonClass({ variant: 'primary' })} href={hrefOf(first.no)} prefetch={false} scroll={false}>
          {t('open')} <Kbd>J</Kbd>
        </Link>
      }
      title={t('title')}
    >
      {t('body', { title: first.title, shop: first.shop.name })}
    </Blank>
  )
}
