import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button'

export default function DisputeNotFound() {
  const t = useTranslations('console')
  return (
    <div className="min-h-0 min-w-0 flex-1">
      <Blank
        action={
          <Link className={buttonClass()} href="/disputes">
            {t('back')}
          </Link>
        }
        title={<h1>{t('gone.title')}</h1>}
      >
        {t('gone.body')}
      </Blank>
    </div>
  )
}
