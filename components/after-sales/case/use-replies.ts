'use client'

import { useTranslations } from 'next-intl'
import { REJECTION_REASONS, type RejectionReason } from '@/lib/after-sales/domain/after-sale'
import type { ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import { fillVariables } from '@/lib/quick-replies/domain/variables'
import type { QuickReplyView } from '@/lib/quick-replies/views'
import { type Desk, useDeskIfAny } from './desk'
import { useReplyData, valueOn } from './use-reply-data'

/** A text to choose, as it reads on this case; where none is around as it was written. */
export type ReplyChoice = { id: string; title: string; reason: RejectionReason | undefined; text: string }

export type Replies = {
  /** Null until they are there. */
  found: ReplyChoice[] | null
  failed: boolean
  retry: () => void
}

export type RepliesWanted = {
  wanted: boolean
  filter: string
  first?: RejectionReason | undefined
  /** Where no case is around to say it. */
  shopId?: string | undefined
}

/** The shop's texts that match the filter, filled in; those for the reason `first` stand before the others. */
export function useReplies(kind: ReplyKind, { wanted, filter, first, shopId }: RepliesWanted): Replies {
  const desk = useDeskIfAny()
  const words = useTranslations('words.rejectionReason')
  const { data, isError, refetch } = useReplyData(wanted, shopId)
  const choices = data?.replies[kind].list.map((reply) => choiceOf(reply, desk, data.me))
  const sought = filter.trim().toLowerCase()
  const matches = ({ title, text, reason }: ReplyChoice) =>
    `${reason ? words(reason) : ''} ${title} ${text}`.toLowerCase().includes(sought)
  const isFirst = ({ reason }: ReplyChoice) => Number(first !== undefined && reason === first)
  return {
    found: choices?.filter(matches).sort((a, b) => isFirst(b) - isFirst(a)) ?? null,
    failed: isError && data === undefined,
    retry: () => void refetch(),
  }
}

function choiceOf({ id, title, text, reasonCode }: QuickReplyView, desk: Desk | null, me: string): ReplyChoice {
  const filled = desk ? fillVariables(text, (variable, language) => valueOn(desk, me, variable, language)) : text
  return { id, title, reason: REJECTION_REASONS.find((one) => one === reasonCode), text: filled }
}
