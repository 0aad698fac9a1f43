'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { announceChange } from '@/components/after-sales/signals'
import { useHasPassed } from '@/components/after-sales/use-ticked'

/** Whether a clock has passed while it was looked at, `undefined`: none runs; then the server is asked, a second later, what it decided. */
export function usePassed(dueAt: number | undefined, asOf: number): boolean {
  const router = useRouter()
  const passed = useHasPassed(dueAt)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh view that still shows the old clock asks again
  useEffect(() => {
    if (!passed) return
    const timer = setTimeout(() => {
      announceChange()
      router.refresh()
    }, 1000)
    return () => clearTimeout(timer)
  }, [passed, asOf, router])
  return passed
}
