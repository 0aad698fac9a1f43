'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toaster'
import { fetchAllResults } from './fetch'
import { pickOnly } from './selection-store'

/** Selects what did not go through, to look at it or to try again. */
export function PickFailed({ id, count, onPicked }: { id: string; count: number; onPicked: () => void }) {
  const t = useTranslations('bulk')
  const [picking, startPicking] = useTransition()
  const [broken, setBroken] = useState(false)
  const pick = () =>
    startPicking(async () => {
      const failed = await listFailed(id).catch(() => null)
      setBroken(failed === null)
      if (failed === null) return
      // of which decision it is the list says
      const left = pickOnly(failed.map(({ no, amountFen, currency }) => ({ no, amountFen, currency, version: 0 })))
      if (left > 0) toast(t('left', { count: left }))
      onPicked()
    })
  return (
    <>
      <span className="flex-1 text-xs text-danger" role="alert">
        {broken && t('results.broken')}
      </span>
      <Button busy={picking} onClick={pick} size="lg">
        {t('results.pick', { count })}
      </Button>
    </>
  )
}

async function listFailed(id: string) {
  const [refused, stopped] = await Promise.all([fetchAllResults(id, 'REFUSED'), fetchAllResults(id, 'STOPPED')])
  return [...refused, ...stopped]
}
