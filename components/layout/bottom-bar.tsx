import { BookOpenText, Inbox, type LucideIcon, Scale, SlidersHorizontal, Undo2, Wrench } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { NavLink } from './nav-link'
import type { Entries } from './side-bar'

/** The side bar's entries on a phone: each with its words on one line and the same room around them. */
export function BottomBar({ cases, caseCount, services, disputes, stuckRefunds, settings }: Entries) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('mainNav')}
      className="grid max-md:group-has-data-[pane=case]/shell:hidden h-14 flex-none auto-cols-auto grid-flow-col border-t border-line bg-chrome md:hidden"
    >
      {cases && <Entry count={caseCount} href="/cases" icon={Inbox} name={t('afterSales')} />}
      {services && <Entry count={services.count} href="/services" icon={Wrench} name={t('services')} />}
      {disputes && <Entry count={disputes.count} href={disputes.href} icon={Scale} name={t('disputes')} />}
      {stuckRefunds !== null && (
        <Entry count={stuckRefunds || null} href="/refunds" icon={Undo2} name={t('stuckRefundsShort')} />
      )}
      {settings && <Entry href="/settings" icon={SlidersHorizontal} name={t('settings')} />}
      <Entry href="/rules" icon={BookOpenText} name={t('rules')} />
    </nav>
  )
}

function Entry({ href, icon, name, count }: { href: string; icon: LucideIcon; name: string; count?: ReactNode }) {
  return (
    <NavLink
      className="relative flex flex-col items-center justify-center gap-px text-xs leading-4 text-ink-3 -outline-offset-2 hover:no-underline aria-[current]:font-semibold aria-[current]:text-accent-ink"
      href={href}
    >
      <Icon as={icon} />
      {/* as narrow as a sixth of a phone: the count stands beside the icon, and is read after the name */}
      <span className="whitespace-nowrap">{name}</span>{' '}
      <span className="absolute top-1.5 left-[calc(50%+11px)] text-2xs">{count}</span>
    </NavLink>
  )
}
