'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Fuse } from '@/components/ui/clock'
import { useNow } from '@/components/ui/ticker'
import { formatCountdown, formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

const LIMIT_MS = 48 * 60 * 60 * 1000
const AMOUNT_FEN = 12_800

/** The one sentence that every case says, with its clock running. `dueAt`: epoch ms. */
export function Example({ dueAt }: { dueAt: number }) {
  const t = useTranslations('signIn.idea')
  const locale = useLocale()
  const now = useNow()
  const left = Math.max(0, dueAt - now)
  return (
    <div className="w-120 max-w-full">
      <div className="text-xs text-ink-3">{t('caption')}</div>
      <p className="mt-3 mb-6 text-2xl leading-10 font-semibold text-ink">
        {t.rich('sentence', {
          quiet: (words) => <span className="font-normal text-ink-3">{words}</span>,
          br: () => <br />,
          when: formatDay(dueAt, now, locale),
          amount: formatFen(AMOUNT_FEN),
        })}
      </p>
      <Fuse left={(left / LIMIT_MS) * 100} level="h6" />
      <div className="mt-2.5 flex items-center justify-between gap-4">
        <span className="text-ink-3">{t('sum')}</span>
        <span aria-hidden="true" className="text-lg leading-5 font-semibold text-h6">
          {formatCountdown(left, locale)}
        </span>
      </div>
    </div>
  )
}
