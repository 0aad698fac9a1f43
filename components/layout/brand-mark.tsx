import { useTranslations } from 'next-intl'

/** The product's sign; its name always stands beside it. */
export function BrandMark() {
  const t = useTranslations('common')
  return (
    <span
      aria-hidden
      className="size-4.5 flex-none rounded-[3px] bg-accent text-center text-xs leading-4.5 font-semibold text-on-accent"
    >
      {t('mark')}
    </span>
  )
}
