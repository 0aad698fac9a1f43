'use client'

import { useParams, usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useActs } from '@/components/layout/acts'
import type { HrefOf } from '@/components/list/use-list-href'
import { CONSOLE_TABS } from './lanes'
import type { ConsoleList } from './use-console-list'

/** What can be done with the list of disputes, for the palette. */
export function useConsoleActs({ rows, tab }: ConsoleList, hrefOf: HrefOf): void {
  const t = useTranslations('console')
  const router = useRouter()
  const pathname = usePathname()
  const { no } = useParams<{ no?: string }>()
  const go = (href: string) => () => router.push(href, { scroll: false })
  useActs('list', () => {
    const [first] = rows
    return [
      no === undefined && first && { id: 'begin', label: t('palette.begin'), keys: 'J', run: go(hrefOf(first.no)) },
      ...CONSOLE_TABS.filter((one) => one !== tab).map((one) => ({
        id: `tab:${one}`,
        label: t('palette.tab', { tab: t(`tabs.${one}`) }),
        run: go(one === 'OPEN' ? pathname : `${pathname}?lane=${one}`),
      })),
    ]
  })
}
