'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const LONG_MS = 60_000

/** Asks the server anew after the page lay hidden for a while: clocks may have stood still with the computer. */
export function Resync() {
  const router = useRouter()
  useEffect(() => {
    let hiddenAt = 0
    const notice = () => {
      if (document.hidden) hiddenAt = Date.now()
      else if (hiddenAt > 0 && Date.now() - hiddenAt > LONG_MS) router.refresh()
    }
    document.addEventListener('visibilitychange', notice)
    return () => document.removeEventListener('visibilitychange', notice)
  }, [router])
  return null
}
