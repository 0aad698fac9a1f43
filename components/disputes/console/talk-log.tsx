'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Section } from '@/components/after-sales/case/section'
import { TalkItem } from '@/components/after-sales/case/talk-item'
import type { CaseView } from '@/lib/after-sales/views'

/** What the sides said to each other, to be read only; folded to the last of it. */
export function TalkLog({ view: { talk, now } }: { view: CaseView }) {
  const t = useTranslations('console')
  const [whole, setWhole] = useState(false)
  const shown = whole ? talk : talk.slice(-2)
  return (
    <Section
      end={
        talk.length > 2 && (
          <button
            aria-expanded={whole}
            className="text-accent-ink hover:underline"
            onClick={() => setWhole(!whole)}
            type="button"
          >
            {whole ? t('fold') : t('unfold', { count: talk.length })}
          </button>
        )
      }
      title={t('talk')}
    >
      {talk.length === 0 ? (
        <p className="text-ink-3">{t('noTalk')}</p>
      ) : (
        <ol className="grid gap-3">
          {shown.map((entry) => (
            <TalkItem entry={entry} key={entry.id} now={now} />
          ))}
        </ol>
      )}
    </Section>
  )
}
