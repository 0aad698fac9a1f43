'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyButton } from '@/components/after-sales/case/copy-button'
import { Facts } from '@/components/after-sales/case/facts'
import { Moment } from '@/components/after-sales/case/moment'
import { useDraft } from '@/components/after-sales/case/use-draft'
import { StatusWord } from '@/components/after-sales/status-word'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { readRulingDraft } from './ruling-draft'
import type { DisputeDesk } from './use-dispute-desk'
import { rulingKey } from './use-ruling'

/** R4.5 How the dispute ended, by whom and why; and what somebody had begun to write when a colleague was faster. */
export function RulingMade({ desk, children }: { desk: DisputeDesk; children: ReactNode }) {
  const t = useTranslations('console')
  const words = useTranslations('words')
  const { view, dispute } = desk
  const { ruling, endedAt } = dispute
  const by = view.timeline.find(({ type }) => type === 'DisputeRuled')?.actor.name
  return (
    <>
      <div className="grid min-h-0 flex-1 content-start gap-3.5 overflow-y-auto px-4 pb-3 md:px-5 [scrollbar-width:thin]">
        {ruling ? (
          <>
            <p className="text-base leading-read font-semibold text-ink">
              {t(`made.${ruling.outcome}`, { amount: formatFen(ruling.amountFen ?? view.amountFen, view.currency) })}
            </p>
            <Facts
              of={[
                [t('ruling.liability'), words(`liability.${ruling.liability}`)],
                [t('made.by'), by ?? words('role.SUPPORT')],
                [t('made.at'), <Moment at={ruling.at} key="at" now={view.now} />],
                [t('made.status'), <StatusWord key="status" status={view.status} />],
              ]}
            />
            <div>
              <h3 className="mb-1 text-xs text-ink-2">{t('ruling.rationale')}</h3>
              <p className="leading-read whitespace-pre-line text-ink">{ruling.rationale}</p>
            </div>
          </>
        ) : (
          <p className="text-base leading-read text-ink">
            {t(dispute.stage === 'CONCEDED' ? 'made.conceded' : 'made.withdrawn')}{' '}
            {endedAt !== null && (
              <span className="text-ink-3">
                <Moment at={endedAt} now={view.now} />
              </span>
            )}
          </p>
        )}
        <Overtaken desk={desk} />
        {children}
      </div>
      <div className="flex-none border-t border-line-strong px-4 py-3 md:px-5">
        <Button busy={desk.busy} className="w-full" onClick={desk.goNext} size="xl">
          {t('next')}
        </Button>
      </div>
    </>
  )
}

/** What was left of a ruling in the making: nothing that somebody wrote is lost because a colleague was faster. */
function Overtaken({ desk: { view, dispute } }: { desk: DisputeDesk }) {
  const t = useTranslations('console.overtaken')
  const locale = useLocale()
  const [kept, keep] = useDraft(rulingKey(view.no))
  const { rationale } = readRulingDraft(kept)
  if (rationale.trim() === '') return null
  const at = dispute.endedAt ?? view.updatedAt
  return (
    <Note role="status" tone="info">
      <p>{t('said', { when: formatDay(at, view.now, locale) })}</p>
      <p className="mt-1 leading-read whitespace-pre-line text-ink">{rationale.trim()}</p>
      <p className="mt-1 flex items-center gap-2">
        <CopyButton label={t('copy')} text={rationale.trim()}>
          {t('copy')}
        </CopyButton>
        <button className="text-accent-ink hover:underline" onClick={() => keep('')} type="button">
          {t('discard')}
        </button>
      </p>
    </Note>
  )
}
