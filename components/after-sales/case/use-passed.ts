'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { useTicker } from '@/components/ui/ticker'
import type { Clock } from '@/lib/after-sales/views'

/** Whether the clock has passed while it was looked at; then the server is asked, a second later, what it decided. */
export function usePassed(clock: Clock | null, asOf: number): boolean {
  const { read, first, subscribe } = useTicker()
  const router = useRouter()
  // R0.2 at the deadline itself there is still time
  const isPassed = (now: number) => clock !== null && now > clock.dueAt
  const passed = useSyncExternalStore(
    subscribe,
    () => isPassed(read()),
    () => isPassed(first()),
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh view that still shows the old clock asks again
  useEffect(() => {
    if (!passed) return
    const timer = setTimeout(() => {
      dispatchEvent(new Event('afterdesk:changed'))
      router.refresh()
    }, 1000)
    return () => clearTimeout(timer)
  }, [passed, asOf, router])
  return passed
}
