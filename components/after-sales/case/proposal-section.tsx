'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { ProposalAnswer } from './proposal-answer'
import { ProposalFate } from './proposal-fate-line'
import { Section } from './section'

/** R3.1 The exchange or repair that was proposed instead of the return: it waits for an answer, or what became of it. */
export function ProposalSection({ view }: { view: CaseView }) {
  const t = useTranslations('case.proposal')
  const words = useTranslations('words')
  const locale = useLocale()
  const { service, no, timeline, now } = view
  const proposal = service?.step === null ? service.proposal : null
  if (!proposal) return <ProposalFate view={view} />
  const kind = words(`type.${proposal.kind}`)
  const proposed = timeline.find(({ type, afterSaleNo }) => type === 'ServiceProposed' && afterSaleNo === no)
  const name = proposed?.actor.name ?? words('role.AGENT')
  return (
    <Section
      end={t('waiting')}
      title={
        <>
          {t('title', { kind })} <ClauseLink clause="R3.1" />
        </>
      }
    >
      <p className="leading-read whitespace-pre-line text-ink">{proposal.note}</p>
      <p className="mt-1 text-xs text-ink-3">{t('by', { name, when: formatWhen(proposal.at, now, locale) })}</p>
      <p className="text-xs text-ink-3">{t('clock', { kind })}</p>
      <ProposalAnswer view={view} />
    </Section>
  )
}
