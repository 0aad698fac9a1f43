import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { BrandMark } from '@/components/layout/brand-mark'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { Clauses } from '@/components/rules/clauses'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') }
}

export default async function RulesPage() {
  const [t, common] = await Promise.all([getTranslations('rules'), getTranslations('common')])
  return (
    <>
      <header className="flex h-12 items-center gap-2 border-b border-line bg-chrome px-4 md:h-(--size-topbar)">
        <BrandMark />
        <b className="font-semibold text-ink">{common('appName')}</b>
        <Link className="ml-3" href="/">
          {t('back')}
        </Link>
        <LanguageSwitch className="ml-auto" />
      </header>
      <main className="mx-auto max-w-180 px-4 py-6 md:py-8">
        <h1 className="text-xl font-semibold text-ink">{t('title')}</h1>
        <p className="mt-1 leading-read">{t('intro')}</p>
        <Clauses />
      </main>
    </>
  )
}
