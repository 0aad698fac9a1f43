'use client'

import { SlidersHorizontal } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { SETTINGS_PAGES } from '@/components/settings/settings-pages'
import { Icon } from '@/components/ui/icon'
import { entryClass } from './entry-class'
import { NavLink } from './nav-link'

/** 设置, and its pages below it while one of them is open. Where the bar has no room for words they are tabs there. */
export function SettingsEntry() {
  const t = useTranslations('shell')
  const open = usePathname().startsWith('/settings')
  return (
    <>
      <NavLink
        // beside words the page's own entry is the one that is marked
        className={`${entryClass} lg:aria-[current]:bg-transparent lg:aria-[current]:font-normal lg:aria-[current]:text-ink-2 lg:aria-[current]:hover:bg-inset`}
        href="/settings"
        title={t('settings')}
      >
        <Icon as={SlidersHorizontal} />
        <span className="max-lg:sr-only">{t('settings')}</span>
      </NavLink>
      {open &&
        SETTINGS_PAGES.map(({ name, href }) => (
          <NavLink className={`${entryClass} h-7! pl-8! max-lg:hidden`} href={href} key={name}>
            {t(`settingsPages.${name}`)}
          </NavLink>
        ))}
    </>
  )
}
