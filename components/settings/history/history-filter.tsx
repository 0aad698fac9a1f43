'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Select } from '@/components/ui/select'
import { AREAS, type Area, type HistoryFilter as Filter, historyHref } from '@/lib/settings/params'
import type { AuthorChoice } from '@/lib/settings/views'

const ALL = '-'

/** Of what, and by whom; the URL says which. */
export function HistoryFilter({ filter, authors }: { filter: Filter; authors: readonly AuthorChoice[] }) {
  const t = useTranslations('settingsHistory')
  const router = useRouter()
  const [loading, startLoading] = useTransition()
  const show = (next: Filter) =>
    startLoading(() => router.replace(historyHref({ ...filter, ...next, before: undefined }), { scroll: false }))
  const areas: { value: Area | typeof ALL; label: string }[] = [
    { value: ALL, label: t('filter.all') },
    ...AREAS.map((value) => ({ value, label: t(`areas.${value}`) })),
  ]
  const people = [
    { value: ALL, label: t('filter.everyone') },
    ...authors.map(({ value, author }) => {
      if (author.kind === 'PLATFORM') return { value, label: t('author.platform') }
      return { value, label: author.kind === 'KEY' ? t('author.KEY', { name: author.name }) : author.name }
    }),
  ]
  return (
    <search aria-busy={loading} aria-label={t('filter.label')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Select
        aria-label={t('filter.area')}
        className="w-44! max-md:flex-1"
        onValueChange={(area) => show({ area: area === ALL ? undefined : area })}
        options={areas}
        value={filter.area ?? ALL}
      />
      <Select
        aria-label={t('filter.by')}
        className="w-44! max-md:flex-1"
        onValueChange={(by) => show({ by: by === ALL ? undefined : by })}
        options={people}
        value={people.some(({ value }) => value === filter.by) ? filter.by : ALL}
      />
    </search>
  )
}
