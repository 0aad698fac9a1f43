'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import type { ServiceFilter } from '@/lib/services/views'

/** Not one service in any column: there are none, or none of the type, or they did not come. */
export function BoardNothing({ failed, filter, retry }: { failed: boolean; filter: ServiceFilter; retry: () => void }) {
  const t = useTranslations('services')
  const words = useTranslations('words.type')
  const error = useTranslations('queue.error')
  if (failed)
    return (
      <Blank action={<Button onClick={retry}>{error('retry')}</Button>} role="alert" title={error('title')}>
        {error('body')}
      </Blank>
    )
  const [href, see] = filter.type ? ['/services', t('noneOfType.see')] : ['/cases', t('none.see')]
  return (
    <Blank
      action={
        <Link className={buttonClass()} href={href} prefetch={false}>
          {see}
        </Link>
      }
      role="status"
      title={filter.type ? t('noneOfType.title', { type: words(filter.type) }) : t('none.title')}
    >
      {!filter.type && t('none.more')}
    </Blank>
  )
}
