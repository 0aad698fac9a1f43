import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Viewer } from '@/lib/auth/views'
import { BrandMark } from './brand-mark'
import { initialsOf } from './initials'
import { LanguageSwitch } from './language-switch'
import { PaletteButton } from './palette/palette-button'
import { SearchField } from './search-field'
import { ShopSwitch } from './shop-switch'
import { UserMenu } from './user-menu'

export function TopBar({ viewer, live, bell }: { viewer: Viewer; live?: ReactNode; bell?: ReactNode }) {
  const { name, email, current } = viewer
  return (
    <header className="relative flex max-md:group-has-data-[pane=case]/shell:hidden h-12 flex-none items-center gap-1 border-b border-line bg-chrome pr-2 md:h-(--size-topbar) md:pr-3">
      <div className="h-full min-w-0 pr-2 pl-4 max-md:flex-1 md:w-(--size-side) md:flex-none">
        <Place viewer={viewer} />
      </div>
      {current ? <SearchField /> : <PaletteButton />}
      <span className="flex-1 max-md:hidden" />
      {live}
      {bell}
      <LanguageSwitch className="max-md:hidden" />
      <UserMenu email={email} initials={initialsOf(name)} name={name} role={current?.role ?? 'SUPPORT'} />
    </header>
  )
}

/** Where somebody works: his shop, with a way to the others if there are any, or the platform. */
function Place({ viewer: { memberships, current } }: { viewer: Viewer }) {
  const t = useTranslations('shell')
  if (current && memberships.length > 1) {
    const shops = memberships.map(({ shopId, shopName, role }) => ({ id: shopId, name: shopName, role }))
    return <ShopSwitch currentId={current.shopId} mark={<BrandMark />} shops={shops} />
  }
  return (
    <span className="flex h-full items-center gap-2 font-semibold text-ink">
      <BrandMark />
      <span className="min-w-0 truncate">{current?.shopName ?? t('support')}</span>
    </span>
  )
}
