'use client'

import { useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Strip } from '@/components/ui/strip'
import { useNow } from '@/components/ui/ticker'
import { toast } from '@/components/ui/toast'
import { formatDate, formatTimeWithSeconds } from '@/lib/i18n/time'
import { advanceSandboxClock } from '@/lib/sandbox/actions'
import { SANDBOX_STEPS, type SandboxStep } from '@/lib/sandbox/views'

const STEPS = Object.keys(SANDBOX_STEPS) as SandboxStep[]

/** The sandbox's time and how to move it on. What falls due on the way happens as it would have. */
export function SandboxStrip() {
  const t = useTranslations('sandbox')
  const locale = useLocale()
  const router = useRouter()
  const queries = useQueryClient()
  const now = useNow()
  const [pending, startTransition] = useTransition()
  const write = (instant: number) => `${formatDate(instant, instant, locale)} ${formatTimeWithSeconds(instant)}`

  const advance = (step: SandboxStep) =>
    startTransition(async () => {
      const moved = await advanceSandboxClock(step).catch(() => null)
      if (moved === null) toast(t('failed'))
      else toast(t('moved', { step: t(`steps.${step}`), now: write(moved) }))
      router.refresh()
      await queries.invalidateQueries()
    })

  return (
    <Strip
      label={t('time')}
      end={
        <fieldset aria-label={t('advance')} className="flex gap-1" disabled={pending}>
          {STEPS.map((step) => (
            <button
              className="h-9 rounded-sm px-1.5 text-accent-ink hover:bg-pressed disabled:text-ink-3 md:h-6"
              key={step}
              onClick={() => advance(step)}
              type="button"
            >
              {t(`steps.${step}`)}
            </button>
          ))}
        </fieldset>
      }
      icon={FlaskConical}
      tone="info"
    >
      {t('time')} <span className="whitespace-nowrap">{write(now)}</span>
    </Strip>
  )
}
