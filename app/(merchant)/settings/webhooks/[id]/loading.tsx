import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

const ROWS = ['w-56', 'w-44', 'w-52', 'w-48', 'w-56', 'w-40']

/** The shape of an endpoint and its deliveries, until they come. */
export default function EndpointLoading() {
  const t = useTranslations('webhooks')
  return (
    <div aria-label={t('loading')} className="grid gap-4" role="status">
      <div>
        <Skeleton className="mt-1 h-2.5 w-24" />
        <div className="mt-3 flex items-start gap-4 max-md:flex-col">
          <div className="grid flex-1 gap-2.5">
            <Skeleton className="h-4 w-80 max-w-full" />
            <Skeleton className="h-2.5 w-40" />
          </div>
          <Skeleton className="h-10 w-44 md:h-8" />
        </div>
      </div>
      <div className="flex h-11 items-center gap-10 border-y border-line">
        <Skeleton className="h-2.5 w-40" />
        <Skeleton className="h-2.5 w-24 max-md:hidden" />
        <Skeleton className="h-2.5 w-24 max-md:hidden" />
      </div>
      <div>
        <div className="flex h-10 items-center gap-5 border-b border-line">
          {['w-8', 'w-12', 'w-12', 'w-14'].map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they stand still
            <Skeleton className={`h-2.5 ${width}`} key={index} />
          ))}
        </div>
        {ROWS.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand still
          <div className="flex items-center gap-10 border-b border-line py-3.5" key={index}>
            <Skeleton className="h-2.5 w-32" />
            <Skeleton className={`h-2.5 ${width} max-md:hidden`} />
            <Skeleton className="ml-auto h-2.5 w-24" />
          </div>
        ))}
      </div>
    </div>
  )
}
