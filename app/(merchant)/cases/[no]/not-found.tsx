import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button'

export default function CaseNotFound() {
  const t = useTranslations('case')
  return (
    <div className="min-h-0 min-w-0 flex-1">
      <Blank
        action={
          <Link className={buttonClass()} href="/cases">
            {t('back')}
          </Link>
        }
        title={<h1>{t('missing.title')}</h1>}
      >
        {t('missing.body')}
      </Blank>
    </div>
  )
}
