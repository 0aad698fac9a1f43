import { useTranslations } from 'next-intl'
import { PageHead } from '@/components/settings/page-head'
import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['w-80', 'w-56', 'w-96', 'w-72', 'w-64', 'w-80']

/** The shape of the list, until it comes. */
export default function HistoryLoading() {
  const t = useTranslations('settingsHistory')
  return (
    <div aria-label={t('loading')} className="grid gap-5" role="status">
      <PageHead intro={<Skeleton className="mt-2 h-2.5 w-96 max-w-full" />} title={t('title')} />
      <div className="border-t border-line">
        {ROWS.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand still
          <div className="flex items-center gap-10 border-b border-line py-3.5" key={index}>
            <Skeleton className="h-2.5 w-24 max-md:hidden" />
            <Skeleton className="h-2.5 w-32 max-md:hidden" />
            <Skeleton className={`h-2.5 ${width} max-w-full`} />
          </div>
        ))}
      </div>
    </div>
  )
}
