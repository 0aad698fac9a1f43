import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHead } from '@/components/settings/page-head'
import { buttonClass } from '@/components/ui/button-class'
import { type HistoryFilter as Filter, historyHref } from '@/lib/settings/params'
import type { HistoryPage } from '@/lib/settings/views'
import { HistoryFilter } from './history-filter'
import { HistoryTable } from './history-table'

/** Everything that was ever changed of the shop's settings. */
export function HistoryDesk({ rows, next, authors, now, filter }: HistoryPage & { filter: Filter }) {
  const t = useTranslations('settingsHistory')
  const filtered = filter.area !== undefined || filter.by !== undefined
  return (
    <div className="grid gap-5">
      <PageHead intro={t('intro')} title={t('title')} />
      {authors.length > 0 && <HistoryFilter authors={authors} filter={filter} />}
      {rows.length > 0 ? <HistoryTable now={now} rows={rows} /> : <NoChanges filtered={filtered} />}
      {(next !== null || filter.before !== undefined) && (
        <p className="flex gap-3">
          {next !== null && (
            <Link className={buttonClass()} href={historyHref({ ...filter, before: next })} prefetch={false}>
              {t('older')}
            </Link>
          )}
          {filter.before !== undefined && (
            <Link
              className={buttonClass({ variant: 'bare' })}
              href={historyHref({ ...filter, before: undefined })}
              prefetch={false}
            >
              {t('newest')}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

function NoChanges({ filtered }: { filtered: boolean }) {
  const t = useTranslations('settingsHistory')
  if (filtered)
    return (
      <p className="border-t border-line pt-5">
        {t('empty.filtered')}{' '}
        <Link className="underline" href={historyHref({})} prefetch={false}>
          {t('filter.clear')}
        </Link>
      </p>
    )
  return (
    <div className="border-t border-line pt-5">
      <b className="font-semibold text-ink">{t('empty.title')}</b>
      <p className="mt-1 max-w-180 leading-read">{t('empty.body')}</p>
    </div>
  )
}
