import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'

export default function DisputeNotFound() {
  const t = useTranslations('console.gone')
  const inCase = useTranslations('case')
  return (
    <div className="min-h-0 min-w-0 flex-1">
      <Blank
        action={
          <Link className={buttonClass()} href="/disputes">
            {inCase('back')}
          </Link>
        }
        title={<h1>{t('title')}</h1>}
      >
        {t('body')}
      </Blank>
    </div>
  )
}
