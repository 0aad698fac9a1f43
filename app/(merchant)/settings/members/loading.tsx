import { useTranslations } from 'next-intl'
import { PageHead } from '@/components/settings/page-head'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of the list, until it comes. */
export default function MembersLoading() {
  const t = useTranslations('members')
  return (
    <div aria-label={t('loading')} className="grid gap-5" role="status">
      <PageHead
        action={<Skeleton className="h-10 w-24 md:h-8" />}
        intro={<Skeleton className="mt-2 h-2.5 w-96 max-w-full" />}
        title={t('title')}
      />
      <div className="border-t border-line">
        {['w-40', 'w-48', 'w-44'].map((width) => (
          <div className="flex items-center gap-10 border-b border-line py-4" key={width}>
            <Skeleton className={`h-2.5 ${width} max-w-full`} />
            <Skeleton className="ml-auto h-2.5 w-16 max-md:hidden" />
            <Skeleton className="h-2.5 w-24 max-md:hidden" />
            <Skeleton className="h-7 w-32" />
          </div>
        ))}
      </div>
    </div>
  )
}
