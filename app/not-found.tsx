import { getTranslations } from 'next-intl/server'
import { BrandMark } from '@/components/layout/brand-mark'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'

export default async function NotFound() {
  const [t, common] = await Promise.all([getTranslations('errors.notFound'), getTranslations('common')])
  return (
    <main className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-2 px-4 py-5 md:px-8">
        <BrandMark />
        <b className="font-semibold text-ink">{common('appName')}</b>
      </header>
      <Blank
        action={
          // no Link: every page would load it once more for this one
          <a className={buttonClass()} href="/">
            {t('back')}
          </a>
        }
        className="h-auto"
        title={<h1>{t('title')}</h1>}
      >
        {t('body')}
      </Blank>
    </main>
  )
}
