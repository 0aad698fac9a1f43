import { useLocale, useTranslations } from 'next-intl'
import { setLocale } from '@/lib/i18n/actions'
import { LOCALES } from '@/lib/i18n/locale'

/** A form, so that it works before any script has come. */
export function LanguageSwitch({ className }: { className?: string }) {
  const t = useTranslations('common.language')
  const locale = useLocale()
  const other = LOCALES.find((one) => one !== locale) ?? locale
  return (
    <form action={setLocale.bind(null, other)} className={className}>
      <button
        aria-label={t('switch')}
        className="inline-flex h-10 items-center rounded-sm px-1.5 text-xs text-ink-2 hover:bg-pressed md:h-7"
        type="submit"
      >
        {t('label')}
      </button>
    </form>
  )
}
