'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Note } from '@/components/ui/note'
import type { CaseView } from '@/lib/after-sales/views'
import { CaseLink } from './case-link'
import { blockOf, useDesk } from './desk'
import { Section } from './section'
import { TalkItem } from './talk-item'

/** What both sides said, and whether it counts as contact already. */
export function Talk({ view }: { view: CaseView }) {
  const t = useTranslations('case.talk')
  const block = blockOf(useDesk(), 'reject')
  const missing = block?.code === 'contactRequired' ? block.missing : null
  const { previousNo, attempt } = view
  const earlier = view.timeline.filter(({ type, afterSaleNo }) => type === 'MessageSent' && afterSaleNo === previousNo)
  return (
    <>
      <Section
        grow
        end={
          previousNo &&
          earlier.length > 0 && (
            <CaseLink no={previousNo}>
              {view.service?.originalNo === previousNo
                ? t('original', { count: earlier.length })
                : t('earlier', { n: attempt - 1, count: earlier.length })}
            </CaseLink>
          )
        }
        title={t('title')}
        unheaded="max-xl"
      >
        {view.talk.length === 0 ? (
          <p className="text-ink-3">{t('empty')}</p>
        ) : (
          <ol className="grid gap-3">
            {view.talk.map((entry) => (
              <TalkItem entry={entry} key={entry.id} now={view.now} />
            ))}
          </ol>
        )}
      </Section>
      {(missing === 'MESSAGE_UNREAD' || missing === 'NOT_REACHED') && (
        <Note className="mx-4 mb-3 md:mx-5" icon={Eye} tone="warn">
          {t(`noteNotAware.${missing}`)}
        </Note>
      )}
    </>
  )
}
