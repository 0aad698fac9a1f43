'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Moment } from '@/components/after-sales/case/moment'
import { RoleStamp } from '@/components/after-sales/case/role-stamp'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView, EvidenceView } from '@/lib/disputes/views'
import type { AttachmentView } from '@/lib/files/views'
import { FileRows } from './file-rows'
import { PartyState } from './party-state'

export type PartyProps = { side: Side; view: CaseView; dispute: DisputeView }

/** One side of the dispute: who it is, whether it is heard, why it asked the platform, and what it gave. */
export function Party({ side, view, dispute }: PartyProps) {
  const t = useTranslations('console')
  const words = useTranslations('words')
  const id = useId()
  const role = side === 'BUYER' ? 'BUYER' : 'AGENT'
  const { submissions, open } = dispute.evidence[side]
  const opened = dispute.openedBy === side
  const { orders, caseCount } = view.buyerHistory
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 border-line px-4 py-3 not-first:border-t md:px-5 md:not-first:border-t-0 md:not-first:border-l"
    >
      <header className="mb-2.5 flex items-center gap-2">
        <RoleStamp role={role} />
        <h2 className="min-w-0 truncate font-semibold text-ink" id={id}>
          {side === 'BUYER' ? view.buyer.name : view.shop.name}
        </h2>
        {side === 'BUYER' && (
          <span className="truncate text-xs text-ink-3">{t('record', { orders, cases: caseCount })}</span>
        )}
        <span className="ml-auto flex-none">
          <PartyState dispute={dispute} side={side} />
        </span>
      </header>
      <div className="grid gap-3">
        {opened && (
          <Block at={dispute.openedAt} files={dispute.attachments} now={view.now} who={t('asked')}>
            <p className="font-semibold text-ink">{words(`disputeReason.${dispute.reason}`)}</p>
            <Prose>{dispute.statement}</Prose>
          </Block>
        )}
        {submissions.map((one) => (
          <Submission key={one.id} now={view.now} of={one} />
        ))}
        {submissions.length === 0 && <p className="text-ink-3">{t(open ? 'nothingYet' : 'nothingGiven')}</p>}
      </div>
    </section>
  )
}

function Submission({ of: { text, attachments, author, at, side }, now }: { of: EvidenceView; now: number }) {
  const t = useTranslations('console')
  // whose evidence a buyer's is, stands at its head
  const who = side === 'MERCHANT' && author !== null ? t('gaveBy', { name: author }) : t('gave')
  return (
    <Block at={at} files={attachments} now={now} who={who}>
      {text !== null && <Prose>{text}</Prose>}
    </Block>
  )
}

type BlockProps = { who: string; at: number; now: number; files: AttachmentView[]; children: ReactNode }

function Block({ who, at, now, files, children }: BlockProps) {
  return (
    <div>
      <p className="mb-0.5 text-xs text-ink-3">
        {who} · <Moment at={at} now={now} />
      </p>
      {children}
      <FileRows at={at} files={files} label={who} now={now} />
    </div>
  )
}

function Prose({ children }: { children: string }) {
  return <p className="leading-read whitespace-pre-line text-ink">{children}</p>
}
