import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ApiReference } from '@/components/api-docs/api-reference'
import { BrandMark } from '@/components/layout/brand-mark'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiDocs'))('title') }
}

export default async function ApiDocsPage() {
  const [t, common] = await Promise.all([getTranslations('apiDocs'), getTranslations('common')])
  return (
    <>
      <header className="flex h-12 items-center gap-2 border-b border-line bg-chrome px-4 md:h-(--size-topbar)">
        <BrandMark />
        <b className="font-semibold text-ink">{common('appName')}</b>
        <span className="text-ink-3">{t('title')}</span>
        <a className="ml-auto" href="/api/openapi.json">
          {t('document')}
        </a>
        <Link className="ml-3" href="/">
          {t('back')}
        </Link>
      </header>
      <noscript>{t('noScript')}</noscript>
      {/* it brings its own main */}
      <ApiReference />
    </>
  )
}
