import { useTranslations } from 'next-intl'
import { DocsLink } from '@/components/settings/docs-link'

/** What the secret is for. */
export function SecretUse() {
  const t = useTranslations('webhooks.secret')
  return (
    <p className="text-xs leading-read">
      {t.rich('use', { code: (text) => <code className="rounded-xs bg-inset px-1 text-ink">{text}</code> })}{' '}
      <DocsLink />
    </p>
  )
}
