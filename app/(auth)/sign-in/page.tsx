import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BeijingTime } from '@/components/layout/beijing-time'
import { BrandMark } from '@/components/layout/brand-mark'
import { ClientMessages } from '@/components/layout/client-messages'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { Example } from '@/components/sign-in/example'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { TickerProvider } from '@/components/ui/ticker'
import { viewer } from '@/lib/auth/gate'
import { safePath } from '@/lib/auth/safe-path'
import { isSandbox, readClock } from '@/lib/sandbox/clock'
import { DEMO_SIGN_INS } from '@/lib/sandbox/sign-ins'

/** How far the example's clock has run down when somebody arrives. */
const EXAMPLE_LEFT_MS = 72 * 60_000 + 8_000

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = safePath((await searchParams).next)
  if (await viewer()) redirect(next ?? '/')
  const [t, common] = await Promise.all([getTranslations('signIn'), getTranslations('common')])
  const now = new Date((await readClock()).now).getTime()
  return (
    <ClientMessages of={['common', 'errors', 'signIn']}>
      <TickerProvider now={now}>
        <main className="grid min-h-dvh md:grid-cols-[minmax(440px,40%)_minmax(0,1fr)]">
          <section className="flex flex-col gap-6 px-6 py-5">
            <header className="flex items-center gap-2">
              <BrandMark />
              <b className="font-semibold text-ink">{common('appName')}</b>
              <LanguageSwitch className="-my-1.5 ml-auto md:my-0" />
            </header>
            <SignInForm demo={isSandbox() ? DEMO_SIGN_INS : []} next={next} />
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
    </ClientMessages>
  )
}
