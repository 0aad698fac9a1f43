'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import type { Act } from '@/components/layout/acts'
import { readTheme, setTheme, THEMES } from '@/components/layout/theme'
import { signOut, switchShop } from '@/lib/auth/actions'
import type { Viewer } from '@/lib/auth/views'
import { setLocale } from '@/lib/i18n/actions'
import { LOCALES } from '@/lib/i18n/locale'

/** What can be done on every screen: another shop, the language, the look, the way out. */
export function useOwnActs({ current, memberships }: Viewer): Act[] {
  const t = useTranslations('shell')
  const locale = useLocale()
  const [, startTransition] = useTransition()
  const otherLocale = LOCALES.find((one) => one !== locale) ?? locale
  const theme = readTheme()
  const others = memberships.filter(({ shopId }) => shopId !== current?.shopId)
  return [
    ...others.map(({ shopId, shopName }) => ({
      id: `shop:${shopId}`,
      label: t('palette.shop', { shop: shopName }),
      run: () => startTransition(() => switchShop(shopId)),
    })),
    { id: 'language', label: t('palette.language'), run: () => startTransition(() => setLocale(otherLocale)) },
    ...THEMES.filter((one) => one !== theme).map((one) => ({
      id: `theme:${one}`,
      label: t('palette.theme', { theme: t(`theme.${one}`) }),
      run: () => setTheme(one),
    })),
    { id: 'signOut', label: t('signOut'), run: () => startTransition(() => signOut()) },
  ]
}
