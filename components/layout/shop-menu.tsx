'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useTransition } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { switchShop } from '@/lib/auth/actions'
import type { Shop } from './shop-switch'

export default function ShopMenu({
  button,
  shops,
  currentId,
}: {
  button: ReactNode
  shops: Shop[]
  currentId: string
}) {
  const t = useTranslations('shell')
  const [, startTransition] = useTransition()
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{button}</DropdownMenuTrigger>
      <DropdownMenuContent className="max-w-80">
        <DropdownMenuLabel>{t('shops')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup onValueChange={(shopId) => startTransition(() => switchShop(shopId))} value={currentId}>
          {shops.map((shop) => (
            <DropdownMenuRadioItem key={shop.id} value={shop.id}>
              <span className="min-w-0 flex-1 truncate">{shop.name}</span>
              <span className="text-xs text-ink-3">{t(`roles.${shop.role}`)}</span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
