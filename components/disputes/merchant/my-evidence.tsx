import { useTranslations } from 'next-intl'
import { PartyStamp } from '@/components/after-sales/case/role-stamp'
import { Section } from '@/components/after-sales/case/section'
import { EvidenceList } from '@/components/disputes/evidence-list'
import { Attachments } from '@/components/files/attachments'
import type { DisputeView } from '@/lib/disputes/views'

/** What the merchant said and gave so far; nothing where it has not begun, and still may. */
export function MyEvidence({ dispute, now }: { dispute: DisputeView; now: number }) {
  const t = useTranslations('dispute')
  const words = useTranslations('words')
  const mine = dispute.evidence.MERCHANT
  const opener = dispute.openedBy === 'MERCHANT'
  if (!opener && mine.submissions.length === 0 && mine.open) return null
  return (
    <Section
      title={
        <>
          <PartyStamp of="AGENT" />
          {opener ? t('party.opened', { side: 'MERCHANT' }) : t('mine.title')}
        </>
      }
    >
      {opener && (
        <>
          <p className="font-semibold text-ink">{words(`disputeReason.${dispute.reason}`)}</p>
          <p className="mt-0.5 leading-read whitespace-pre-line text-ink">{dispute.statement}</p>
          <Attachments className="mt-2.5" files={dispute.attachments} label={t('party.statementFiles')} />
        </>
      )}
      <EvidenceList
        className={opener ? 'mt-2.5 border-t border-line pt-2.5' : undefined}
        now={now}
        submissions={mine.submissions}
      />
      {mine.submissions.length === 0 && !mine.open && (
        <p className={opener ? 'mt-2 text-xs text-ink-3' : 'text-ink-3'}>{t('mine.none')}</p>
      )}
    </Section>
  )
}
