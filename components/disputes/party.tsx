import { useTranslations } from 'next-intl'
import { RoleStamp } from '@/components/after-sales/case/role-stamp'
import { Section } from '@/components/after-sales/case/section'
import { Attachments } from '@/components/files/attachments'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import type { DisputeView } from '@/lib/disputes/views'
import { EvidenceList } from './evidence-list'
import { PartyMark } from './party-mark'

export type PartyProps = {
  dispute: DisputeView
  side: Side
  now: number
  narrow?: boolean
  /** The dispute is over: how far the side was with its evidence is no news. */
  over?: boolean
}

/** One side of a dispute: what it claims if it opened it, and what it gave. */
export function Party({ dispute, side, now, narrow = false, over = false }: PartyProps) {
  const t = useTranslations('dispute.party')
  const words = useTranslations('words')
  const party = dispute.evidence[side]
  const opener = dispute.openedBy === side
  const nothing = party.submissions.length === 0
  return (
    <Section
      end={over ? undefined : <PartyMark now={now} party={party} />}
      narrow={narrow}
      title={
        <>
          <RoleStamp role={side === 'BUYER' ? 'BUYER' : 'AGENT'} />
          {t(opener ? 'opened' : 'other', { side })}
        </>
      }
    >
      {opener && (
        <>
          <p className="font-semibold text-ink">{words(`disputeReason.${dispute.reason}`)}</p>
          <p className="mt-0.5 leading-read whitespace-pre-line text-ink">{dispute.statement}</p>
          <Attachments className="mt-2.5" files={dispute.attachments} label={t('statementFiles')} />
        </>
      )}
      <EvidenceList
        className={opener ? 'mt-2.5 border-t border-line pt-2.5' : undefined}
        now={now}
        submissions={party.submissions}
      />
      {nothing && (!opener || !party.open) && (
        <p className={opener ? 'mt-2 text-xs text-ink-3' : 'text-ink-3'}>
          {t(party.open ? 'nothing' : 'nothingGiven')}
        </p>
      )}
    </Section>
  )
}
