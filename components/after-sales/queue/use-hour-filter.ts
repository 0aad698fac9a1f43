'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { QUEUE_PARAMS, withQueueParams } from '@/lib/after-sales/params'

/** All that narrows the list besides the hour: the forecast counts every case, and so must the list. */
const WITHOUT_OTHERS = Object.fromEntries(
  QUEUE_PARAMS.filter((name) => name !== 'sort').map((name) => [name, null] as const),
)

export type HourFilter = { hrefOf: (startsAt: number) => string; choose: (startsAt: number) => void }

/** Filters the list to an hour, and to nothing else; the hour that is chosen is taken back. */
export function useHourFilter(dueHour: number | undefined): HourFilter {
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const hrefOf = (startsAt: number) => {
    const hour = startsAt === dueHour ? null : String(startsAt)
    return `${pathname}${withQueueParams(new URLSearchParams(params), { ...WITHOUT_OTHERS, hour })}`
  }
  return { hrefOf, choose: (startsAt) => router.push(hrefOf(startsAt), { scroll: false }) }
}
