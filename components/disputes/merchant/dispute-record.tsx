import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Moment } from '@/components/after-sales/case/moment'
import { PartyStamp } from '@/components/after-sales/case/role-stamp'
import { Section } from '@/components/after-sales/case/section'
import { Party } from '@/components/disputes/party'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'
import { formatWhen } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

/** A dispute that is over: what was decided and why, or how it ended without a ruling; both sides' evidence behind it. */
export function DisputeRecord({ dispute, view }: { dispute: DisputeView; view: CaseView }) {
  const t = useTranslations('dispute.record')
  const { now } = view
  const other = dispute.openedBy === 'BUYER' ? 'MERCHANT' : 'BUYER'
  const endedAt = dispute.endedAt ?? dispute.openedAt
  return (
    <Section
      end={<Moment at={endedAt} now={now} />}
      title={
        <>
          <PartyStamp of="SUPPORT" />
          {t('title')}
        </>
      }
    >
      <Ending dispute={dispute} endedAt={endedAt} view={view} />
      <details className="mt-2 group/record">
        <summary className="cursor-pointer list-none text-xs text-accent-ink hover:underline">
          <span className="group-open/record:hidden">{t('more')}</span>
          <span className="hidden group-open/record:inline">{t('less')}</span>
        </summary>
        <div className="-mx-4 mt-2 border-t border-line md:-mx-5">
          <Party dispute={dispute} now={now} over side={dispute.openedBy} />
          <Party dispute={dispute} now={now} over side={other} />
        </div>
      </details>
    </Section>
  )
}

type EndingProps = { dispute: DisputeView; endedAt: number; view: CaseView }

function Ending({ dispute, endedAt, view }: EndingProps) {
  const t = useTranslations('dispute.record')
  const words = useTranslations('words')
  const locale = useLocale()
  const { ruling, stage, openedBy } = dispute
  const when = formatWhen(endedAt, view.now, locale)
  if (ruling) {
    const amount = formatFen(ruling.amountFen ?? view.amountFen, view.currency)
    return (
      <>
        <p className="text-ink">
          {t.rich('ruled', { liability: words(`liability.${ruling.liability}`), outcome: ruling.outcome, amount, b })}{' '}
          <ClauseLink clause="R4.5" />
        </p>
        <p className="mt-1 leading-read whitespace-pre-line text-ink">{ruling.rationale}</p>
        <p className="mt-1 text-xs text-ink-3">{t('final')}</p>
      </>
    )
  }
  const byCase = stage === 'WITHDRAWN' && view.closeReason === 'BUYER_WITHDRAWN' && view.closedAt === endedAt
  return (
    <>
      <p className="text-ink">
        {byCase && t('withdrawnCase', { when })}
        {!byCase && stage === 'WITHDRAWN' && t('withdrawn', { side: openedBy, when })}
        {stage === 'CONCEDED' && t('conceded', { when })}{' '}
        <ClauseLink clause={byCase ? 'R6.1' : stage === 'CONCEDED' ? 'R4.6' : 'R4.2'} />
      </p>
      {!byCase && <p className="mt-1 text-xs text-ink-3">{t('used')}</p>}
    </>
  )
}

const b = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>
