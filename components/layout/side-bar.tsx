import { BookOpenText, Inbox, type LucideIcon, Scale, Undo2, Wrench } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { entryClass } from './entry-class'
import { NavLink } from './nav-link'
import { ServerTime } from './server-time'
import { SettingsEntry } from './settings-entry'
import { Shortcuts } from './shortcuts'

/** The pages that this viewer has. */
export type Entries = {
  cases: boolean
  caseCount: ReactNode
  /** Below 售后: the filters that this viewer keeps. */
  savedFilters?: ReactNode
  /** How many services wait for the merchant; null: not this viewer's business. */
  services: { count: ReactNode } | null
  disputes: DisputesEntry | null
  stuckRefunds: number | null
  settings: boolean
}
/** Where this viewer's disputes are, and how many are open. */
export type DisputesEntry = { href: string; count: ReactNode }

/** Below lg icons only; on a phone the bottom bar takes its place. */
export function SideBar({ cases, caseCount, savedFilters, services, disputes, stuckRefunds, settings }: Entries) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('mainNav')}
      className="flex w-12 flex-none flex-col gap-0.5 border-r border-line bg-chrome p-2 max-md:hidden lg:w-(--size-side)"
    >
      {cases && <Entry count={caseCount} href="/cases" icon={Inbox} name={t('afterSales')} />}
      {cases && savedFilters}
      {services && <Entry count={services.count} href="/services" icon={Wrench} name={t('services')} />}
      {disputes && <Entry count={disputes.count} href={disputes.href} icon={Scale} name={t('disputes')} />}
      {stuckRefunds !== null && (
        <Entry count={stuckRefunds || null} href="/refunds" icon={Undo2} name={t('stuckRefunds')} />
      )}
      {settings && <SettingsEntry />}
      <div className="mt-auto grid text-xs text-ink-3 lg:p-2">
        <NavLink
          className="flex h-7 items-center gap-2 rounded-sm text-ink-3 hover:text-ink max-lg:justify-center"
          href="/rules"
          title={t('rules')}
        >
          <span className="max-lg:sr-only">{t('rules')}</span>
          <Icon as={BookOpenText} className="lg:hidden" />
        </NavLink>
        <Shortcuts
          className="flex h-7 w-full items-center justify-between rounded-sm hover:text-ink max-lg:justify-center"
          member={cases}
          support={disputes?.href === '/disputes'}
        />
        <div className="mt-0.5 whitespace-nowrap max-lg:hidden">
          <ServerTime />
        </div>
      </div>
    </nav>
  )
}

function Entry({ href, icon, name, count }: { href: string; icon: LucideIcon; name: string; count: ReactNode }) {
  return (
    <NavLink
      // beside the saved filter that is shown, that one is the entry that is marked
      className={`${entryClass} flex-none lg:has-[+ul_[aria-current]]:bg-transparent! lg:has-[+ul_[aria-current]]:hover:bg-inset!`}
      href={href}
      title={name}
    >
      <Icon as={icon} />
      <span className="max-lg:sr-only">{name}</span>
      <span className="ml-auto text-xs font-normal text-ink-3 max-lg:sr-only">{count}</span>
    </NavLink>
  )
}
