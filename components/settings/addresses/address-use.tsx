'use client'

import { useTranslations } from 'next-intl'
import { StatusMark } from '@/components/ui/status-mark'
import type { AddressView } from '@/lib/shops/views'

/** What an address is needed for, and with it why it cannot be deleted. `alone`: it is the only one. */
export function AddressUse({ address: { isDefault, underWay }, alone }: { address: AddressView; alone: boolean }) {
  const t = useTranslations('addresses')
  if (isDefault)
    return (
      <>
        <StatusMark tone="refunded">{t('isDefault')}</StatusMark>
        {underWay > 0 && <span className="ml-2 whitespace-nowrap text-ink">{t('underWay', { count: underWay })}</span>}
        <span className="block text-ink-3 max-md:leading-read">{t(alone ? 'lastUse' : 'defaultUse')}</span>
      </>
    )
  return underWay > 0 ? t('inUse', { count: underWay }) : <span className="text-ink-3">{t('unused')}</span>
}
