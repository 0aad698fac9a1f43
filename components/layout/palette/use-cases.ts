'use client'

import { useParams, usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { markLanding } from '@/components/after-sales/case/landing'
import { useDraft } from '@/components/after-sales/case/use-draft'
import { fetchPage } from '@/components/after-sales/queue/fetch'
import { ALL } from '@/components/disputes/list/source'
import { fetchJson } from '@/components/list/fetch'
import type { Viewer } from '@/lib/auth/views'
import type { DisputeFound } from '@/lib/disputes/views'
import type { Group, Option } from './options'
import { type Found, parseRecent, recentKey } from './recent'
import { type Finding, useFound } from './use-found'

const QUEUE = '/cases'

/** Cases and disputes: what was open last, or what is found for the text. */
export function useCases({ current, support }: Viewer, text: string): Group[] {
  const t = useTranslations('shell.palette')
  const cases = useFound('cases', text, findCases, current !== null)
  const disputes = useFound('disputes', text, findDisputes, support)
  const open = useOpen()
  const recent = useRecent(current?.shopId ?? 'disputes')
  const path = current ? QUEUE : ALL.path
  const wanted = text.trim()

  if (wanted === '')
    return [
      { name: 'recent', options: recent.map((found) => ({ ...caseOption(found), run: () => open(path, found.no) })) },
    ]
  const groups: Group[] = []
  if (current) {
    const options = cases.found.map((found): Option => ({ ...caseOption(found), run: () => open(QUEUE, found.no) }))
    groups.push({ name: 'cases', note: noteOf(cases), failed: cases.failed, options })
  }
  if (support) {
    const options = disputes.found.map(
      (found): Option => ({ ...caseOption(found), where: found.shopName, run: () => open(ALL.path, found.no) }),
    )
    if (!current || options.length > 0)
      groups.push({ name: 'disputes', note: noteOf(disputes), failed: disputes.failed, options })
  }
  return groups

  function noteOf({ found, searching, failed }: Finding<Found>): string | null {
    if (failed) return t('failed')
    if (found.length > 0) return null
    return searching ? t('searching') : t('noCase')
  }
}

const caseOption = (found: Found) => ({ id: `case:${found.no}`, kind: 'case', found }) as const

/** Opens one in its list, which stays as it is; the focus goes along. */
function useOpen(): (path: string, no: string) => void {
  const router = useRouter()
  const pathname = usePathname()
  const { no: open } = useParams<{ no?: string }>()
  const query = useSearchParams().toString()
  return (path, no) => {
    if (pathname === `${path}/${no}`) return
    if (no !== open) markLanding()
    router.push(`${path}/${no}${pathname.startsWith(path) && query ? `?${query}` : ''}`, { scroll: false })
  }
}

/** Without the one that is open. */
function useRecent(of: string): Found[] {
  const [kept] = useDraft(recentKey(of))
  const { no: open } = useParams<{ no?: string }>()
  return parseRecent(kept).filter(({ no }) => no !== open)
}

async function findCases(search: string, signal: AbortSignal): Promise<readonly Found[]> {
  return (await fetchPage(new URLSearchParams({ search }).toString(), null, signal)).rows
}

function findDisputes(no: string, signal: AbortSignal): Promise<readonly DisputeFound[]> {
  return fetchJson(`${ALL.api}/found?${new URLSearchParams({ no })}`, signal)
}

/** The whole answer, in the queue; null where there is none. */
export function useSearchAll({ current }: Viewer, text: string): Option | null {
  const t = useTranslations('shell.palette')
  const router = useRouter()
  const search = text.trim()
  if (current === null || search === '') return null
  return {
    id: 'search',
    kind: 'place',
    label: t('searchAll', { text: search }),
    run: () => router.push(`${QUEUE}?${new URLSearchParams({ search })}`),
  }
}
