'use client'

import { useParams, useRouter } from 'next/navigation'
import { markIntent } from '@/components/after-sales/case/intent'
import { markLanding } from '@/components/after-sales/case/landing'
import { useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import type { HrefOf } from '@/components/list/use-list-href'

/**
 * With no case open, the keys of a case open the row in focus, or the first, and begin there what they begin: A shows the
 * confirmation with its amount, R the rejection.
 */
export function useFirstKeys(rows: readonly { no: string }[], hrefOf: HrefOf): void {
  const router = useRouter()
  const { no: open } = useParams<{ no?: string }>()
  const begin = (key: string) => () => {
    const focused = document.activeElement
    const no = (focused instanceof HTMLElement && focused.dataset.row) || rows[0]?.no
    if (no === undefined) return
    markIntent(no, key)
    markLanding()
    router.push(hrefOf(no), { scroll: false })
  }
  useCaseKeys(open === undefined ? Object.fromEntries(CASE_KEYS.map((key) => [key, begin(key)])) : {})
}

const CASE_KEYS = ['a', 'r', 's', 'c', 'e']
