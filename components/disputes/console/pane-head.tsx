'use client'

import { Snowflake } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { CopyButton } from '@/components/after-sales/case/copy-button'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { gaveOf } from '@/components/disputes/gave'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import { StatusMark } from '@/components/ui/status-mark'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'
import { formatWhen } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'

/** Which dispute it is, what it is about, and the clock that stands still meanwhile. */
export function PaneHead({ view, dispute }: { view: CaseView; dispute: DisputeView }) {
  const t = useTranslations('console')
  const case_ = useTranslations('case')
  const words = useTranslations('words')
  const [first] = view.lines
  const over = dispute.endedAt !== null
  const title = first?.title ?? view.no
  return (
    <header className="flex-none px-4 pt-2.5 pb-2.5 md:px-5">
      <div className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-2.5 text-xs whitespace-nowrap text-ink-3">
        <StatusMark tone={over ? 'closed' : 'dispute'}>{words(`disputeStage.${dispute.stage}`)}</StatusMark>
        <span className="max-md:hidden">{words(`type.${view.type}`)}</span>
        <span className="max-md:hidden">
          <CopyButton label={case_('copyNo', { no: view.no })} text={view.no}>
            {view.no}
          </CopyButton>
        </span>
        <span className="ml-auto">
          <Heard dispute={dispute} now={view.now} />
        </span>
      </div>
      <h1 className="mt-0.5 text-lg font-semibold text-ink">
        {isServiceType(view.type)
          ? t('asksService', { title, type: words(`type.${view.type}`) })
          : t('asks', { title, amount: formatFen(view.amountFen, view.currency) })}
        {view.lines.length > 1 && ` · ${words('furtherLines', { n: view.lines.length - 1 })}`}
      </h1>
      <p className="text-xs text-ink-3">
        {t('about', {
          side: words(`side.${dispute.openedBy}`),
          reason: words(`disputeReason.${dispute.reason}`),
        })}{' '}
        {!over && <Frozen dispute={dispute} />}
      </p>
    </header>
  )
}

/** R4.2 */
function Frozen({ dispute: { frozen, from } }: { dispute: DisputeView }) {
  const t = useTranslations('console')
  const locale = useLocale()
  return (
    <span className="whitespace-nowrap">
      <Icon as={Snowflake} className="inline align-[-2px] text-frozen" small />{' '}
      {frozen
        ? t('frozen', frozenLeft(frozen.remainingMs, locale))
        : t(from === 'IN_SERVICE' ? 'noClockService' : 'noClock')}{' '}
      <ClauseLink clause="R4.2" />
    </span>
  )
}

/** R4.3 Since when both sides are heard, or until when they still are. */
function Heard({ dispute, now }: { dispute: DisputeView; now: number }) {
  const t = useTranslations('console')
  const locale = useLocale()
  const { stage, underReviewSince, endedAt } = dispute
  if (endedAt !== null) return t('endedAt', { when: formatWhen(endedAt, now, locale) })
  if (stage === 'UNDER_REVIEW' && underReviewSince !== null)
    return `${t(`heard.${gaveOf(dispute)}`)} ${formatWhen(underReviewSince, now, locale)}`
  const due = evidenceEndOf(dispute)
  return due !== null && t('heardUntil', { when: formatWhen(due, now, locale) })
}

function evidenceEndOf({ evidence }: DisputeView): number | null {
  const open = Object.values(evidence).filter((party) => party.open)
  return open.length > 0 ? Math.min(...open.map(({ dueAt }) => dueAt)) : null
}
