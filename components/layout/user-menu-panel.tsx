'use client'

import { Bell, KeyRound, Languages, LogOut, Search } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState, useTransition } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Icon } from '@/components/ui/icon'
import { signOut } from '@/lib/auth/actions'
import { setLocale } from '@/lib/i18n/actions'
import { LOCALES } from '@/lib/i18n/locale'
import { openPalette } from './palette/open-palette'
import { readTheme, setTheme, THEMES, type Theme } from './theme'
import type { UserMenuProps } from './user-menu'

export default function UserMenuPanel({ button, name, role, email }: UserMenuProps & { button: ReactNode }) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const [theme, chooseTheme] = useState<Theme>(readTheme)
  const [, startTransition] = useTransition()
  const commands = useRef(false)
  const locale = useLocale()
  const otherLocale = LOCALES.find((one) => one !== locale) ?? locale
  const change = (value: string) => {
    const chosen = THEMES.find((one) => one === value) ?? 'system'
    setTheme(chosen)
    chooseTheme(chosen)
  }
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{button}</DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        className="min-w-48"
        onCloseAutoFocus={() => {
          if (!commands.current) return
          commands.current = false
          // once the focus is back at the button
          queueMicrotask(openPalette)
        }}
      >
        <DropdownMenuLabel className="grid py-1.5">
          <span className="text-sm font-semibold text-ink">{name}</span>
          <span>{t(`roles.${role}`)}</span>
          <span>{email}</span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('theme.title')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup aria-label={t('theme.title')} onValueChange={change} value={theme}>
          {THEMES.map((one) => (
            // The page behind shows the choice at once, so the menu stays for another look.
            <DropdownMenuRadioItem key={one} onSelect={(event) => event.preventDefault()} value={one}>
              {t(`theme.${one}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/account" prefetch={false}>
            <Icon as={KeyRound} small />
            {t('account')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link href={role === 'SUPPORT' ? '/support/notifications' : '/notifications/settings'} prefetch={false}>
            <Icon as={Bell} small />
            {t('notificationSettings')}
          </Link>
        </DropdownMenuItem>
        {/* The bar has no room for it on a phone. */}
        <DropdownMenuItem className="md:hidden" onSelect={() => startTransition(() => setLocale(otherLocale))}>
          <Icon as={Languages} small />
          {common('language.switch')}
        </DropdownMenuItem>
        <DropdownMenuItem
          className="md:hidden"
          onSelect={() => {
            commands.current = true
          }}
        >
          <Icon as={Search} small />
          {t('palette.title')}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => startTransition(() => signOut())}>
          <Icon as={LogOut} small />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
