'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClauseLink } from '@/components/ui/clause-link'
import { policyOf } from '@/lib/after-sales/domain/policy'
import { isExchangeKind } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { HeadGrid } from './head-grid'
import { HeadOfAnswer } from './head-of-answer'

const DAY = 24 * 60 * 60 * 1000

/** R3.3, R3.4 A service that nothing ends by itself: what comes next, and why there is no clock. */
export function HeadOfService({ view, children }: { view: CaseView; children: ReactNode }) {
  const t = useTranslations('case.service')
  const words = useTranslations('words.type')
  const locale = useLocale()
  const { clock, service, type, openedAt, now, policyVersion } = view
  if (clock)
    return (
      <HeadOfAnswer clock={clock} view={view}>
        {children}
      </HeadOfAnswer>
    )
  const exchange = isExchangeKind(type)
  const why = !exchange ? 'answeredWhy' : service?.originalNo ? 'agreedWhy' : 'appliedWhy'
  const told = {
    type: words(type),
    since: formatWhen(openedAt, now, locale),
    days: policyOf(policyVersion).serviceConfirmMs / DAY,
  }
  return (
    <>
      <HeadGrid
        sentence={
          <>
            {t.rich('head.next', {
              step: t(`next.${service?.nextSteps[0] ?? 'DONE'}`),
              quiet: (chunks: ReactNode) => <span className="font-normal text-ink-3">{chunks}</span>,
            })}{' '}
            <ClauseLink className="ml-1 align-[2px]" clause={exchange ? 'R3.3' : 'R3.4'} />
          </>
        }
        why={t(`head.${why}`, told)}
      >
        {children}
      </HeadGrid>
      <div className="h-px flex-none bg-line-strong" />
    </>
  )
}
