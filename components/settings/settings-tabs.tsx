import { useTranslations } from 'next-intl'
import { NavLink } from '@/components/layout/nav-link'
import { tabClass, tabListClass } from '@/components/ui/tab-class'
import { TabNav } from '@/components/ui/tab-nav'
import { SETTINGS_PAGES } from './settings-pages'

/** From page to page where the side bar has no room for their names. */
export function SettingsTabs() {
  const t = useTranslations('shell')
  return (
    <TabNav className={`${tabListClass} overflow-x-auto lg:hidden`} label={t('settings')}>
      {SETTINGS_PAGES.map(({ name, href }) => (
        <NavLink className={tabClass} href={href} key={name}>
          {t(`settingsPages.${name}`)}
        </NavLink>
      ))}
    </TabNav>
  )
}
