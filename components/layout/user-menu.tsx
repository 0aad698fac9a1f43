'use client'

import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { MenuButton } from './menu-button'
import { toolClass } from './tool-class'

export type UserMenuProps = { name: string; role: 'AGENT' | 'MANAGER' | 'SUPPORT'; email: string }

const load = () => import('./user-menu-panel')
const UserMenuPanel = lazy(load)

/** Who is signed in; behind it the theme, the language on a phone, and the way out. */
export function UserMenu({ initials, ...props }: UserMenuProps & { initials: string }) {
  const t = useTranslations('shell')
  return (
    <MenuButton
      aria-label={t('me', { name: props.name })}
      className={toolClass}
      menu={(button) => <UserMenuPanel {...props} button={button} />}
      preload={load}
    >
      <span className="size-5.5 flex-none rounded-full bg-pressed text-center text-2xs leading-5.5 text-ink">
        {initials}
      </span>
    </MenuButton>
  )
}
