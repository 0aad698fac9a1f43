'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { MenuButton } from './menu-button'

export type Shop = { id: string; name: string; role: 'AGENT' | 'MANAGER' }
export type ShopSwitchProps = { shops: Shop[]; currentId: string; mark: ReactNode }

const load = () => import('./shop-menu')
const ShopMenu = lazy(load)

/** Which shop the desk shows, and the way to the others. */
export function ShopSwitch({ shops, currentId, mark }: ShopSwitchProps) {
  const t = useTranslations('shell')
  const name = shops.find(({ id }) => id === currentId)?.name ?? ''
  return (
    <MenuButton
      aria-label={t('switchShop', { shop: name })}
      className="flex h-full w-full min-w-0 items-center gap-2 text-left font-semibold text-ink -outline-offset-2"
      menu={(button) => <ShopMenu button={button} currentId={currentId} shops={shops} />}
      preload={load}
    >
      {mark}
      <span className="min-w-0 truncate md:flex-1">{name}</span>
      <Icon as={ChevronDown} small />
    </MenuButton>
  )
}
