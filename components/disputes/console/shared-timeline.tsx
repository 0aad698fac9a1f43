'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isOneOfSeveral } from '@/components/after-sales/case/agreement-of'
import { isStep } from '@/components/after-sales/case/decision'
import { useEventSentence } from '@/components/after-sales/case/event-sentence'
import { Moment } from '@/components/after-sales/case/moment'
import { RoleStamp } from '@/components/after-sales/case/role-stamp'
import { Section } from '@/components/after-sales/case/section'
import { tellTogether } from '@/components/after-sales/case/tell-together'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'

/** As many of the last decisions as show at once. */
const SHOWN = 7

/** What happened between the sides, oldest first; folded to the last decisions, talk and reminders left out. */
export function SharedTimeline({ view }: { view: CaseView }) {
  const t = useTranslations('console')
  const [whole, setWhole] = useState(false)
  const entries = tellTogether(view.timeline).toReversed()
  const last = entries.filter(({ entry }) => isStep(entry)).slice(-SHOWN)
  const shown = whole ? entries : last
  const again = isOneOfSeveral(view)
  return (
    <Section
      end={
        entries.length > last.length && (
          <button
            aria-expanded={whole}
            className="text-accent-ink hover:underline"
            onClick={() => setWhole(!whole)}
            type="button"
          >
            {whole ? t('fold') : t('unfold', { count: entries.length })}
          </button>
        )
      }
      title={t('timeline')}
    >
      <ol className="grid gap-2">
        {shown.map(({ entry, done }) => (
          <Entry again={again} done={done} entry={entry} key={`${entry.afterSaleNo}-${entry.seq}`} now={view.now} />
        ))}
      </ol>
    </Section>
  )
}

function Entry({ entry, again, done, now }: { entry: TimelineEntry; again: boolean; done: boolean; now: number }) {
  const sentence = useEventSentence()
  const { actor, effectiveAt, clause } = entry
  return (
    <li className="relative grid grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-2 not-last:before:absolute not-last:before:top-4.5 not-last:before:-bottom-1.5 not-last:before:left-[7.5px] not-last:before:w-px not-last:before:bg-line-strong">
      <RoleStamp className="mt-0.5" role={actor.role} />
      <span className={isStep(entry) ? 'text-ink' : 'text-ink-3'}>{sentence(entry, again, done)}</span>
      <span className="flex items-center gap-2 text-xs whitespace-nowrap text-ink-3">
        <Moment at={effectiveAt} now={now} />
        <span className="flex w-9 justify-end max-md:hidden">
          <ClauseLink clause={clause} />
        </span>
      </span>
    </li>
  )
}
