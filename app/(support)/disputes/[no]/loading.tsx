import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

const SIDES = ['buyer', 'merchant']

/** The shape of a dispute, until it comes. */
export default function DisputeLoading() {
  const t = useTranslations('console')
  return (
    <div aria-label={t('loadingOne')} className="flex min-h-0 min-w-0 flex-1" data-pane="case" role="status">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div className="h-12 flex-none border-b border-line bg-chrome md:hidden" />
        <div className="grid flex-none gap-3 px-4 pt-4 pb-3.5 md:px-5">
          <Skeleton className="h-2.5 w-64 max-w-full" />
          <Skeleton className="h-4 w-80 max-w-full" />
          <Skeleton className="h-2.5 w-72 max-w-full" />
        </div>
        <div className="grid border-y border-line md:grid-cols-2">
          {SIDES.map((side) => (
            <div
              className="grid content-start gap-3 border-line px-4 py-4 not-first:border-t md:px-5 md:not-first:border-t-0 md:not-first:border-l"
              key={side}
            >
              <Skeleton className="h-2.5 w-32" />
              <Skeleton className="h-3 w-24" />
              <Skeleton />
              <Skeleton className="h-2.5 w-3/4" />
              <Skeleton className="size-11" />
            </div>
          ))}
        </div>
        <div className="grid content-start gap-3 px-4 py-4 md:px-5">
          <Skeleton className="h-2.5 w-16" />
          <Skeleton className="h-2.5 w-3/4" />
          <Skeleton className="h-2.5 w-2/3" />
        </div>
        <div className="mt-auto h-14 flex-none border-t border-line-strong" />
      </div>
      <div className="grid w-79 flex-none content-start gap-4 border-l border-line bg-chrome px-5 py-4 max-xl:hidden">
        <Skeleton className="h-3 w-16" />
        <Skeleton className="h-7 w-full" />
        <Skeleton className="h-2.5 w-24" />
        <Skeleton className="h-2.5 w-40" />
        <Skeleton className="h-2.5 w-32" />
        <Skeleton className="h-42 w-full" />
      </div>
    </div>
  )
}
