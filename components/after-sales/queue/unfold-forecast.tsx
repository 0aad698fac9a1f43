'use client'

import { ChartColumn, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Forecast } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'

/** The folded forecast: its sum, as one button. */
export function UnfoldForecast({ forecast: { within24h }, onUnfold }: { forecast: Forecast; onUnfold: () => void }) {
  const t = useTranslations('queue.forecast')
  return (
    <Button aria-expanded={false} onClick={onUnfold} variant="bare">
      <Icon as={ChartColumn} small />
      <span className="max-lg:sr-only">
        {t('unfold', { cases: within24h.cases, amount: formatFen(within24h.refundFen) })}
      </span>
      <Icon as={ChevronDown} small />
    </Button>
  )
}
