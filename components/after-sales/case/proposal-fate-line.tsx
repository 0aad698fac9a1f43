'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { can, useDesk } from './desk'
import { proposalFateOf } from './proposal-fate'

/** R3.1 That the buyer did not agree, or that it lapsed; and the way to propose anew, while there is one. */
export function ProposalFate({ view }: { view: CaseView }) {
  const t = useTranslations('case.proposal')
  const words = useTranslations('words.type')
  const locale = useLocale()
  const desk = useDesk()
  const told = view.closedAt === null ? proposalFateOf(view) : null
  if (!told) return null
  const said = { kind: words(told.kind), when: formatWhen(told.at, view.now, locale) }
  const by = told.fate === 'refused' ? told.recordedBy : null
  return (
    <p className="flex flex-none flex-wrap items-center gap-x-2 border-line px-4 py-2.5 text-xs text-ink not-first:border-t md:px-5">
      {told.fate === 'refused' ? t('refused', said) : t(`lapsed.${told.by}`, said)}
      {by !== null && <span className="text-ink-3">{t('refusedBy', { name: by })}</span>}
      <ClauseLink clause="R3.1" />
      {can(desk, 'proposeService') && !desk.offline && (
        <button
          className="ml-auto text-accent-ink hover:underline max-md:min-h-10"
          onClick={() => desk.open('propose')}
          type="button"
        >
          {t('again')}
        </button>
      )}
    </p>
  )
}
