import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TickerProvider } from '@/components/ui/ticker'
import { Toaster } from '@/components/ui/toaster'
import type { Viewer } from '@/lib/auth/views'
import { BottomBar } from './bottom-bar'
import { Palette } from './palette/palette'
import { QueryProvider } from './query-provider'
import { Resync } from './resync'
import { type DisputesEntry, SideBar } from './side-bar'
import { TopBar } from './top-bar'

// only where time can be moved
const SandboxStrip = dynamic(() => import('./sandbox-strip').then((module) => module.SandboxStrip))

export type ShellProps = {
  viewer: Viewer
  /** The server's time, epoch ms: every clock on the page starts from it. */
  now: number
  /** Shows the strip that moves the time. */
  sandbox: boolean
  /** How many refunds are stuck; null: not this viewer's business. */
  stuckRefunds: number | null
  /** Beside 售后: how many cases wait for the merchant. */
  caseCount?: ReactNode
  /** Below 售后: the filters that this viewer keeps. */
  savedFilters?: ReactNode
  /** Beside 服务: how many of them wait for the merchant. */
  services?: { count: ReactNode } | null
  disputes?: DisputesEntry | null
  /** In the top bar: whether the page hears of changes as they happen. */
  live?: ReactNode
  /** In the top bar: what there is to know. */
  bell?: ReactNode
  children: ReactNode
}

/** The frame around every screen. Its height is the window's: panes scroll, the page does not. */
export function Shell({
  viewer,
  now,
  sandbox,
  stuckRefunds,
  caseCount,
  savedFilters,
  services = null,
  disputes = null,
  live,
  bell,
  children,
}: ShellProps) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const settings = viewer.current?.role === 'MANAGER'
  const entries = {
    cases: viewer.current !== null,
    caseCount,
    savedFilters,
    services,
    disputes,
    stuckRefunds,
    settings,
  }
  return (
    <TickerProvider now={now}>
      <QueryProvider>
        <div className="group/shell flex h-dvh flex-col overflow-hidden">
          <a
            className="sr-only focus:not-sr-only focus:absolute focus:top-1 focus:left-1 focus:z-50 focus:rounded-sm focus:bg-surface focus:px-3 focus:py-2"
            href="#content"
          >
            {t('skip')}
          </a>
          <TopBar bell={bell} live={live} viewer={viewer} />
          {sandbox && <SandboxStrip />}
          <div className="flex min-h-0 flex-1">
            <SideBar {...entries} />
            <main className="flex min-h-0 min-w-0 flex-1 flex-col outline-none" id="content" tabIndex={-1}>
              {children}
            </main>
          </div>
          <BottomBar {...entries} />
        </div>
        <Palette viewer={viewer} />
        <Resync shopId={viewer.current?.shopId} />
        <Toaster label={common('results')} />
      </QueryProvider>
    </TickerProvider>
  )
}
