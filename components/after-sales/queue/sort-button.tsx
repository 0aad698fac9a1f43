'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { MenuButton } from '@/components/layout/menu-button'
import { Icon } from '@/components/ui/icon'
import { type QueueFilter, SORTS_OF } from '@/lib/after-sales/views'
import { orderWord } from './sort-choice'

const loadMenu = () => import('./sort-menu')
const SortMenu = lazy(loadMenu)

/** Opens the orders that the tab has, where there is a choice. */
export function SortButton({ filter }: { filter: QueueFilter }) {
  const t = useTranslations('queue')
  if (SORTS_OF[filter.tab].length < 2) return null
  return (
    <MenuButton
      aria-label={t('sort.button', { order: t(`order.${orderWord(filter)}`) })}
      className="-my-1 -mr-1.5 inline-flex size-7 flex-none items-center justify-center rounded-sm text-ink-2 hover:bg-inset aria-expanded:bg-inset max-md:size-10"
      menu={(button) => <SortMenu button={button} filter={filter} />}
      preload={loadMenu}
    >
      <Icon as={SlidersHorizontal} small />
    </MenuButton>
  )
}
