import { useTranslations } from 'next-intl'

/** What a key opens, what is sent and how it is verified, in full. No page of the desk: it opens beside it. */
export function DocsLink() {
  const t = useTranslations('settings')
  return (
    <a className="whitespace-nowrap underline" href="/api/docs" rel="noreferrer" target="_blank">
      {t('docs')}
    </a>
  )
}
