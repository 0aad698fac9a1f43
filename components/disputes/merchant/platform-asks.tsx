import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { PartyStamp } from '@/components/after-sales/case/role-stamp'
import { Section } from '@/components/after-sales/case/section'
import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'
import { formatDay } from '@/lib/i18n/time'

/** R4.3, R4.4 What the platform wants to know of the merchant: first of all, and what it asked besides, newest first. */
export function PlatformAsks({ dispute, view }: { dispute: DisputeView; view: Pick<CaseView, 'now'> }) {
  const t = useTranslations('dispute.ask')
  const words = useTranslations('words.disputeReason')
  const locale = useLocale()
  const { now } = view
  const [latest, ...earlier] = dispute.requests.filter(({ sides }) => sides.includes('MERCHANT'))
  return (
    <Section
      end={latest && t('until', { when: formatDay(latest.dueAt, now, locale) })}
      title={
        <>
          <PartyStamp of="SUPPORT" />
          {t('title')}
        </>
      }
    >
      <p className="text-base leading-read whitespace-pre-line text-ink">
        {latest ? latest.note : t('first', { reason: words(dispute.reason) })}
      </p>
      {earlier.length > 0 && (
        <ul aria-label={t('earlier')} className="mt-2 grid gap-1 text-xs text-ink-2">
          {earlier.map(({ note, at }) => (
            <li key={at}>
              <Moment at={at} className="text-ink-3" now={now} /> {note}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
