'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { toast } from '@/components/ui/toast'

type Fault = 'UNDER_WAY' | 'NOT_PERMITTED' | 'SIGNED_OUT' | 'LOST'

export type Export = {
  busy: boolean
  fault: Fault | null
  start: () => void
}

/** What can be had as a file, by its address below /api/desk/export. */
export type Exported = 'cases' | 'instant-refund-replay'

/** Saves it of the shop, as `query` narrows it, as a file. Leaving the page ends it. */
export function useExport(what: Exported, shopId: string, query = ''): Export {
  const t = useTranslations('queue.export')
  const [state, setState] = useState<{ busy: boolean; fault: Fault | null }>({ busy: false, fault: null })
  const under = useRef<AbortController>(null)
  useEffect(() => () => under.current?.abort(), [])

  const start = async () => {
    if (under.current) return
    const running = new AbortController()
    under.current = running
    setState({ busy: true, fault: null })
    const outcome = await fetchExport(what, shopId, query, running.signal)
    under.current = null
    if (running.signal.aborted) return
    setState({ busy: false, fault: 'fault' in outcome ? outcome.fault : null })
    if ('fault' in outcome) return
    saveFile(outcome.file, outcome.name)
    toast(t('done', { file: outcome.name }))
  }
  return { ...state, start: () => void start() }
}

type Outcome = { file: Blob; name: string } | { fault: Fault }

/** Whole or not at all: a transfer that breaks off is no file. */
async function fetchExport(what: Exported, shopId: string, query: string, signal: AbortSignal): Promise<Outcome> {
  const params = new URLSearchParams(query)
  params.set('shop', shopId)
  try {
    const response = await fetch(`/api/desk/export/${what}?${params}`, { signal })
    if (!response.ok) return { fault: faultOf(response.status) }
    return { file: await response.blob(), name: nameOf(response.headers.get('content-disposition')) }
  } catch {
    return { fault: 'LOST' }
  }
}

function faultOf(status: number): Fault {
  if (status === 401) return 'SIGNED_OUT'
  if (status === 429) return 'UNDER_WAY'
  return status === 403 || status === 404 ? 'NOT_PERMITTED' : 'LOST'
}

/** The name that the server gave the file. */
function nameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1]
  return encoded === undefined ? 'after-sales.csv' : decodeURIComponent(encoded)
}

function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // the browser has taken hold of it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
