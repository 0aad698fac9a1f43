import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { Attachments } from '@/components/files/attachments'
import type { EvidenceView } from '@/lib/disputes/views'

export type EvidenceListProps = {
  /** Oldest first. */
  submissions: readonly EvidenceView[]
  now: number
  className?: string
}

/** R4.3 What a side gave, submission by submission: its words, its files, who gave it and when. */
export function EvidenceList({ submissions, now, className }: EvidenceListProps) {
  const t = useTranslations('dispute.party')
  if (submissions.length === 0) return null
  return (
    <ol className={className}>
      {submissions.map(({ id, side, text, attachments, author, at }) => (
        <li className="border-line not-first:mt-2.5 not-first:border-t not-first:pt-2.5" key={id}>
          {text !== null && <p className="leading-read whitespace-pre-line text-ink">{text}</p>}
          <Attachments
            className={text === null ? undefined : 'mt-2'}
            files={attachments}
            label={t('files', { side })}
          />
          <p className="mt-1 text-xs text-ink-3">
            {author !== null && `${author} · `}
            <Moment at={at} now={now} />
          </p>
        </li>
      ))}
    </ol>
  )
}
