'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const LONG_MS = 60_000

/** Which shop the tabs of this browser show. */
const CHANNEL = 'afterdesk.shop'

/**
 * Asks the server anew after the page lay hidden for a while: clocks may have stood still with the computer. And follows
 * when another tab turns to another shop, so that no tab shows two shops at once. `shopId`: the one this tab shows.
 */
export function Resync({ shopId }: { shopId: string | undefined }) {
  const router = useRouter()
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = ({ data }) => {
      if (data !== shopId) location.assign('/cases')
    }
    if (shopId !== undefined) channel.postMessage(shopId)
    return () => channel.close()
  }, [shopId])
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
