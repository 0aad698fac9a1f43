'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { withQueueParams } from '@/lib/after-sales/params'
import { type QueueFilter, SORTS_OF } from '@/lib/after-sales/views'
import { orderWord } from './sort-choice'

/** The orders of the tab, the chosen one marked; it stands in the URL. */
export default function SortMenu({ button, filter: { tab, sort } }: { button: ReactNode; filter: QueueFilter }) {
  const t = useTranslations('queue.sort')
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const [first] = SORTS_OF[tab]
  const choose = (next: string) => {
    const changes = { sort: next === first ? null : next }
    router.push(`${pathname}${withQueueParams(new URLSearchParams(params), changes)}`, { scroll: false })
  }
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{button}</DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>{t('title')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup onValueChange={choose} value={sort ?? first}>
          {SORTS_OF[tab].map((one) => (
            <DropdownMenuRadioItem key={one} value={one}>
              {t(`by.${orderWord({ tab, sort: one })}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
