import { useTranslations } from 'next-intl'

/** Nothing here yet: what would be here, and what for. */
export function NoEndpoints() {
  const t = useTranslations('webhooks.empty')
  return (
    <div className="border-t border-line pt-5">
      <b className="font-semibold text-ink">{t('title')}</b>
      <p className="mt-1 max-w-180 leading-read">{t('body')}</p>
    </div>
  )
}
