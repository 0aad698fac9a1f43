'use client'

import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { cellClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import { REJECTION_REASONS } from '@/lib/after-sales/domain/after-sale'
import type { ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import type { QuickReplyView } from '@/lib/quick-replies/views'
import { MoveButtons } from './move-buttons'

export type ReplyRowProps = {
  reply: QuickReplyView
  kind: ReplyKind
  place: { at: number; of: number }
  shopId: string
  now: number
  /** It is being asked below whether to delete it. */
  open: boolean
  onChange: (reply: QuickReplyView, from: string) => void
  onRemove: () => void
  onMoved: (focus: string) => void
  onProblem: (text: string | null) => void
}

export function ReplyRow({ reply, kind, place, shopId, now, open, ...on }: ReplyRowProps) {
  const t = useTranslations('replies')
  const words = useTranslations('words.rejectionReason')
  const { id, title, text, updatedAt } = reply
  const reason = REJECTION_REASONS.find((one) => one === reply.reasonCode)
  const cell = `${cellClass} align-top ${open ? 'border-transparent!' : ''}`
  const changeId = `${kind} change ${id}`
  return (
    <tr className="max-md:block">
      <td className={`${cell} max-md:block max-md:border-b-0 max-md:pr-0 max-md:pb-0`}>
        <span className="text-sm break-words text-ink">{title}</span>
        {reason && <span className="block text-ink-3">{words(reason)}</span>}
        <p className="mt-1 line-clamp-3 break-words whitespace-pre-line text-ink-2 md:hidden">{text}</p>
      </td>
      <td className={`${cell} ${wideClass}`}>
        <p className="line-clamp-2 break-words whitespace-pre-line text-ink-2">{text}</p>
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap text-ink-3!`}>
        {updatedAt === null ? t('starter') : <Moment at={updatedAt} now={now} />}
      </td>
      <td className={`${cell} whitespace-nowrap max-md:block md:text-right`}>
        <span className="inline-flex gap-2">
          <MoveButtons
            id={id}
            kind={kind}
            onMoved={on.onMoved}
            onProblem={on.onProblem}
            place={place}
            shopId={shopId}
            title={title}
          />
          <Button aria-label={t('change.of', { title })} id={changeId} onClick={() => on.onChange(reply, changeId)}>
            {t('change.open')}
          </Button>
          <Button
            aria-label={t('remove.of', { title })}
            id={`${kind} remove ${id}`}
            onClick={on.onRemove}
            variant="danger"
          >
            {t('remove.open')}
          </Button>
        </span>
      </td>
    </tr>
  )
}
