import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BeijingTime } from '@/components/layout/beijing-time'
import { BrandMark } from '@/components/layout/brand-mark'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { TickerProvider } from '@/components/ui/ticker'
import { Example } from './example'

/** How far the example's clock has run down when somebody arrives. */
const EXAMPLE_LEFT_MS = 72 * 60_000 + 8_000

/** Around whatever stands before the desk: signing in, an invitation. `now`: the server's time, epoch ms. */
export function DoorFrame({ now, children }: { now: number; children: ReactNode }) {
  const t = useTranslations('signIn')
  const common = useTranslations('common')
  return (
    <TickerProvider now={now}>
      <main className="grid min-h-dvh md:grid-cols-[minmax(440px,40%)_minmax(0,1fr)]">
        <section className="flex flex-col gap-6 px-6 py-5">
          <header className="flex items-center gap-2">
            <BrandMark />
            <b className="font-semibold text-ink">{common('appName')}</b>
            <LanguageSwitch className="-my-1.5 ml-auto md:my-0" />
          </header>
          {children}
          <footer className="text-xs text-ink-3">
            <BeijingTime />
          </footer>
        </section>
        <section
          aria-label={t('idea.label')}
          className="grid place-items-center border-l border-line bg-chrome px-6 max-md:hidden"
        >
          <Example dueAt={now + EXAMPLE_LEFT_MS} />
        </section>
      </main>
    </TickerProvider>
  )
}
