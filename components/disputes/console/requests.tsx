'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { PartyStamp } from '@/components/after-sales/case/role-stamp'
import { Section } from '@/components/after-sales/case/section'
import { SIDES } from '@/lib/after-sales/domain/dispute'
import type { DisputeView } from '@/lib/disputes/views'
import { formatWhen } from '@/lib/i18n/time'

/** R4.4 What support asked for besides, of whom and until when; newest first. */
export function Requests({ dispute: { requests }, now }: { dispute: DisputeView; now: number }) {
  const t = useTranslations('console.requests')
  const words = useTranslations('words.side')
  const locale = useLocale()
  if (requests.length === 0) return null
  return (
    <Section title={t('title')}>
      <ol className="grid gap-2.5">
        {requests.map(({ sides, note, dueAt, at }) => {
          const [only] = sides
          const whom = only === undefined || sides.length === SIDES.length ? t('both') : words(only)
          return (
            <li className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2" key={at}>
              <PartyStamp className="mt-0.5" of="SUPPORT" />
              <span className="text-ink">{t('asked', { whom, when: formatWhen(dueAt, now, locale) })}</span>
              <Moment at={at} className="text-xs whitespace-nowrap text-ink-3" now={now} />
              <p className="col-start-2 col-end-4 leading-read whitespace-pre-line text-ink-2">{note}</p>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
