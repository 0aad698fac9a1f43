import { useTranslations } from 'next-intl'
import { PageHead } from '@/components/settings/page-head'
import { Skeleton } from '@/components/ui/skeleton'

const FIGURES = ['fitting', 'amount', 'sooner', 'later', 'kept']
const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The shape of the page, until it comes. */
export default function InstantRefundLoading() {
  const t = useTranslations('instantRefund')
  return (
    <div aria-label={t('loading')} className="grid gap-5" role="status">
      <PageHead action={<Skeleton className="h-5 w-20" />} intro={t('intro')} title={t('title')} />
      <div className="border-y border-line py-4">
        <Skeleton className="h-2.5 w-96 max-w-full" />
      </div>
      <div className="grid grid-cols-2 gap-y-4 md:grid-cols-5">
        {FIGURES.map((figure) => (
          <div key={figure}>
            <Skeleton className="h-7 w-24" />
            <Skeleton className="mt-2 h-2.5 w-32 max-w-full" />
          </div>
        ))}
      </div>
      <div className="grid gap-x-10 gap-y-5 border-t border-line pt-4 xl:grid-cols-[minmax(0,1fr)_600px]">
        <Skeleton className="h-53" />
        <div>
          {ROWS.map((row) => (
            <div className="border-b border-line py-2.5" key={row}>
              <Skeleton className="h-2.5 w-full" />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
