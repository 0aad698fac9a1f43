import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** The shape of a case, until it comes. */
export function CaseLoading() {
  const t = useTranslations('case')
  return (
    <div aria-label={t('loading')} className="flex min-h-0 min-w-0 flex-1 flex-col" data-pane="case" role="status">
      <div className="h-12 flex-none border-b border-line bg-chrome md:hidden" />
      <div className="grid flex-none gap-3 px-4 pt-4 pb-3 md:px-5">
        <Skeleton className="h-2.5 w-64" />
        <Skeleton className="h-4 w-80 max-w-full" />
        <Skeleton className="h-2.5 w-96 max-w-full" />
      </div>
      <div className="h-(--size-fuse) flex-none bg-pressed" />
      <div className="min-h-0 flex-1 xl:grid xl:grid-cols-[minmax(0,1fr)_272px]">
        <div className="grid content-start gap-3 px-4 py-5 md:px-5">
          <Skeleton className="h-2.5 w-16" />
          <Skeleton className="h-3 w-32" />
          <Skeleton />
          <Skeleton className="h-2.5 w-3/4" />
        </div>
        <div className="grid content-start gap-3 border-l border-line px-4 py-4 max-xl:hidden">
          <Skeleton className="h-2.5 w-16" />
          <div className="flex gap-2.5">
            <Skeleton className="size-10" />
            <div className="grid flex-1 content-center gap-2">
              <Skeleton className="h-2.5 w-32" />
              <Skeleton className="h-2.5 w-24" />
            </div>
          </div>
          {['w-40', 'w-28', 'w-44', 'w-32', 'w-36'].map((width) => (
            <Skeleton className={`h-2.5 ${width}`} key={width} />
          ))}
        </div>
      </div>
      <div className="h-14 flex-none border-t border-line-strong" />
    </div>
  )
}
