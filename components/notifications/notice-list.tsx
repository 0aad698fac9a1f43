'use client'

import { useTranslations } from 'next-intl'
import { Blank } from '@/components/ui/blank'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { NoticeRow } from './notice-row'
import type { useNotices } from './use-notices'

export type NoticeListProps = ReturnType<typeof useNotices> & { onOpen: () => void; shopId: string | null }

/** Page by page. */
export function NoticeList({ onOpen, shopId, ...list }: NoticeListProps) {
  const t = useTranslations('notices')
  const common = useTranslations('common')
  const { notices } = list
  if (list.isLoading) return <Skeletons label={t('loading')} />
  if (list.failed && notices.length === 0)
    return <Blank action={<Button onClick={list.retry}>{common('retry')}</Button>} role="alert" title={t('failed')} />
  if (notices.length === 0)
    return (
      <Blank role="status" title={t('empty')}>
        {t(shopId === null ? 'emptySupport' : 'emptyMore')}
      </Blank>
    )
  return (
    <>
      <ul>
        {notices.map((notice) => (
          <li className="border-b border-line last:border-b-0" key={notice.id}>
            <NoticeRow notice={notice} onOpen={onOpen} shopId={shopId} />
          </li>
        ))}
      </ul>
      <div className="flex min-h-11 items-center gap-2 border-t border-line px-4 py-2 text-xs text-ink-3">
        {list.hasMore ? (
          <>
            <Button busy={list.isLoadingMore} onClick={list.loadMore}>
              {t('more')}
            </Button>
            {list.failed && <span role="alert">{t('older')}</span>}
          </>
        ) : (
          t('end')
        )}
      </div>
    </>
  )
}

function Skeletons({ label }: { label: string }) {
  return (
    <div aria-label={label} role="status">
      {['a', 'b', 'c', 'd'].map((key) => (
        <div className="flex gap-2.5 border-b border-line px-4 py-3.5" key={key}>
          <Skeleton className="size-4" />
          <div className="grid flex-1 gap-2.5">
            <Skeleton className="h-2.5 w-4/5" />
            <Skeleton className="h-2.5 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  )
}
