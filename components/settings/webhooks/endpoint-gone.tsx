import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { buttonClass } from '@/components/ui/button-class'

/** There is no such endpoint in this shop, or not any more. */
export function EndpointGone() {
  const t = useTranslations('webhooks.gone')
  return (
    <Blank
      action={
        <Link className={buttonClass()} href="/settings/webhooks">
          {t('back')}
        </Link>
      }
      className="h-auto! px-0! md:px-0!"
      title={<h1>{t('title')}</h1>}
    >
      {t('body')}
    </Blank>
  )
}
