import { useLocale, useTranslations } from 'next-intl'
import { formatWhen } from '@/lib/i18n/time'
import type { InstantRefundPage } from '@/lib/instant-refund/views'
import { formatFen } from '@/lib/money'
import { FactRow } from './fact-row'
import { useWho } from './use-who'

/** R5.1 While it is on: since when, by whom, and what it did. */
export function Running({ page: { since, by, done, now } }: { page: InstantRefundPage }) {
  const t = useTranslations('instantRefund.running')
  const locale = useLocale()
  const who = useWho()
  if (since === null || done === null) return null
  const { cases, amountFen, currency, declined } = done
  return (
    <FactRow
      label={t('title')}
      of={[
        [
          t('since'),
          <>
            {formatWhen(since, now, locale)}
            {by && <span className="ml-2 text-sm font-normal text-ink-2">{who(by)}</span>}
          </>,
        ],
        [t('done'), t('doneCases', { cases, amount: formatFen(amountFen, currency) })],
        [t('declined'), t('declinedCases', { cases: declined })],
      ]}
    />
  )
}
