import { useTranslations } from 'next-intl'
import { DocsLink } from '@/components/settings/docs-link'

/** How a key is sent. */
export function KeyUse() {
  const t = useTranslations('apiKeys.use')
  return (
    <p className="text-xs leading-read">
      {t('every')}{' '}
      <code className="rounded-xs bg-inset px-1 text-ink">
        Authorization: Bearer {'<'}
        {t('key')}
        {'>'}
      </code>{' '}
      <DocsLink />
    </p>
  )
}
