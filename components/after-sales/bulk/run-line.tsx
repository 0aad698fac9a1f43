'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Check, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { stopBulk } from '@/lib/bulk/actions'
import type { BulkProgress } from '@/lib/bulk/views'
import { RUNS_KEY } from './fetch'
import { useRunWords } from './use-run-words'
import { isUnderWay, putAway } from './use-runs'

/** How far one is, and the way to stop it; at its end what came of it, and the way to every single result. */
export function RunLine({ run, onResults }: { run: BulkProgress; onResults: () => void }) {
  return isUnderWay(run) ? <UnderWay run={run} /> : <Over onResults={onResults} run={run} />
}

function UnderWay({ run }: { run: BulkProgress }) {
  const t = useTranslations('bulk.run')
  const { progressOf } = useRunWords()
  const client = useQueryClient()
  const [stopping, startStopping] = useTransition()
  const [failed, setFailed] = useState(false)
  const at = run.done + run.refused
  const stop = () =>
    startStopping(async () => {
      setFailed((await stopBulk({ id: run.id }).catch(() => null)) === null)
      await client.invalidateQueries({ queryKey: RUNS_KEY })
    })
  return (
    <div className="px-4 py-2">
      <div className="flex items-center gap-2 text-xs">
        <span className="text-ink">{progressOf(run)}</span>
        {run.refused > 0 && <span className="text-ink-3">{t('refused', { count: run.refused })}</span>}
        <span className="flex-1" />
        {failed && (
          <span className="text-danger" role="alert">
            {t('stopFailed')}
          </span>
        )}
        <Button busy={stopping} busyLabel={t('stopping')} className="text-xs" onClick={stop}>
          {t('stop')}
        </Button>
      </div>
      <div
        aria-label={progressOf(run)}
        aria-valuemax={run.goes}
        aria-valuemin={0}
        aria-valuenow={at}
        className="mt-1.5 h-(--size-fuse) bg-pressed"
        role="progressbar"
      >
        <div className="h-full bg-accent" style={{ width: `${run.goes > 0 ? (at / run.goes) * 100 : 0}%` }} />
      </div>
    </div>
  )
}

function Over({ run, onResults }: { run: BulkProgress; onResults: () => void }) {
  const t = useTranslations('bulk.run')
  const { outcomeOf } = useRunWords()
  const whole = run.refused === 0 && run.stopped === 0
  return (
    <div className="flex min-h-9 items-center gap-2 py-1 pr-2.5 pl-4 text-xs">
      <Icon as={whole ? Check : TriangleAlert} className={`flex-none ${whole ? 'text-ok' : 'text-warn'}`} small />
      <span className="min-w-0 flex-1 text-ink">{outcomeOf(run)}</span>
      <Button className="flex-none text-xs text-accent-ink!" onClick={onResults} variant="bare">
        {t('results')}
      </Button>
      <Button
        aria-label={t('putAway')}
        className="flex-none max-md:w-10"
        onClick={() => putAway([run])}
        title={t('putAway')}
        variant="bare"
      >
        <Icon as={X} small />
      </Button>
    </div>
  )
}
