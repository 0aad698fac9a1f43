'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { addressOf, keptQuery, SAVED_PARAM } from '@/lib/saved-filters/params'
import type { SavedFilters } from '@/lib/saved-filters/views'

type Own = SavedFilters['own'][number]
/** A saved filter as it is shown; `current`: the queue shows it now. `own`: null for what everybody has. */
export type View = Pick<Own, 'count' | 'query'> & {
  key: string
  name: string
  href: string
  current: boolean
  own: Own | null
}

/** All of them in their order, those that everybody has first. */
export function useViews(saved: SavedFilters): View[] {
  const t = useTranslations('queue.saved')
  const { query, cameFrom } = useShownQuery()
  const view = (key: string, name: string, of: Pick<Own, 'count' | 'query'>, own: Own | null) => ({
    key,
    name,
    own,
    query: of.query,
    count: of.count,
    href: addressOf(of.query, own?.id),
  })
  const views = [
    ...saved.builtIn.map((one) => view(one.key, t(`builtIn.${one.key}`), one, null)),
    ...saved.own.map((one) => view(one.id, one.name, one, one)),
  ]
  // of several that are alike the one that led here, or else the first
  const shown = views.filter((one) => one.query === query)
  const current = shown.find(({ key }) => key === cameFrom) ?? shown[0]
  return views.map((one) => ({ ...one, current: one === current }))
}

/** What the queue shows, as it would be kept; null where it is not shown. `cameFrom`: the saved filter that led here. */
export function useShownQuery(): { query: string | null; cameFrom: string | null; hour: boolean } {
  const shown = /^\/cases(\/|$)/.test(usePathname())
  const params = useSearchParams()
  if (!shown) return { query: null, cameFrom: null, hour: false }
  // an hour of the forecast is not kept: what shows it is no saved filter
  const hour = params.has('hour')
  return { query: hour ? null : keptQuery(new URLSearchParams(params)), cameFrom: params.get(SAVED_PARAM), hour }
}
