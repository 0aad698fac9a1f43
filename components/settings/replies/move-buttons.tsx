'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { toast } from '@/components/ui/toast'
import { moveQuickReply } from '@/lib/quick-replies/actions'
import type { ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import { DIRECTIONS, type Direction } from '@/lib/quick-replies/domain/reply-list'
import { useReplyProblem } from './use-reply-problem'

export type MoveButtonsProps = {
  id: string
  kind: ReplyKind
  title: string
  shopId: string
  /** Which of how many, from 1. */
  place: { at: number; of: number }
  onMoved: (focus: string) => void
  onProblem: (text: string | null) => void
}

const MARKS = { UP: ArrowUp, DOWN: ArrowDown }

/** A text's place in the list, by one at a time. */
export function MoveButtons({ id, kind, title, shopId, place: { at, of }, onMoved, onProblem }: MoveButtonsProps) {
  const t = useTranslations('replies.move')
  const locale = useLocale()
  const problemText = useReplyProblem()
  const [moving, startMoving] = useTransition()
  const idOf = (direction: Direction) => `${kind} ${direction} ${id}`

  const move = (direction: Direction) =>
    startMoving(async () => {
      onProblem(null)
      const outcome = await moveQuickReply({ shopId, kind, locale, id, direction }).catch(() => null)
      if (outcome?.ok) toast(t('done', { title, place: direction === 'UP' ? at - 1 : at + 1 }))
      else onProblem(problemText(outcome))
      onMoved(idOf(direction))
    })
  return (
    <span className="inline-flex gap-2">
      {DIRECTIONS.map((direction) => {
        const end = direction === 'UP' ? at === 1 : at === of
        return (
          <Button
            aria-disabled={end || undefined}
            aria-label={t(direction, { title })}
            className="w-10 px-0! md:w-7"
            id={idOf(direction)}
            key={direction}
            onClick={() => end || moving || move(direction)}
            title={t(direction, { title })}
          >
            <Icon as={MARKS[direction]} small />
          </Button>
        )
      })}
    </span>
  )
}
