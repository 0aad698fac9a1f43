'use client'

import { cx } from 'class-variance-authority'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import type { Replies, ReplyChoice } from './use-replies'

export type ReplyOptionsProps = {
  kind: ReplyKind
  id: string
  replies: Replies
  active: number
  onChoose: (reply: ReplyChoice) => void
  /** What stands where nothing matches. */
  none: string
  /** A line of each text only. */
  brief?: boolean
}

export const optionId = (listId: string, at: number) => `${listId}-${at}`

/** Texts to choose from; the keys are those of the field that filters them. */
export function ReplyOptions({
  kind,
  id,
  replies: { found, failed, retry },
  active,
  onChoose,
  none,
  brief = false,
}: ReplyOptionsProps) {
  const t = useTranslations(kind === 'REPLY' ? 'case.replies' : 'reject.templates')
  const common = useTranslations('common')
  const words = useTranslations('words.rejectionReason')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  if (failed)
    return (
      <p className="flex flex-wrap items-center gap-2 px-2 py-1.5 text-xs text-danger" role="alert">
        {t('failed')}
        <Button onClick={retry}>{common('retry')}</Button>
      </p>
    )
  return (
    <>
      <p aria-live="polite" className={cx('px-2 text-xs text-ink-3', found?.length ? 'sr-only' : 'py-1.5')}>
        {found === null ? t('loading') : found.length === 0 ? none : t('found', { count: found.length })}
      </p>
      {found !== null && found.length > 0 && (
        <div aria-label={t('open')} id={id} ref={list} role="listbox" tabIndex={-1}>
          {found.map((reply, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field that filters has the keys
            <div
              aria-selected={at === active}
              className={cx('cursor-pointer rounded-sm px-2 py-1.5', at === active ? 'bg-inset' : 'hover:bg-inset')}
              id={optionId(id, at)}
              key={reply.id}
              onClick={() => onChoose(reply)}
              // the field keeps the cursor
              onMouseDown={(event) => event.preventDefault()}
              role="option"
              tabIndex={-1}
            >
              <span className="flex items-baseline gap-2">
                <span className="text-ink">{reply.title}</span>
                {reply.reason && (
                  <span className="ml-auto text-xs whitespace-nowrap text-ink-3">{words(reply.reason)}</span>
                )}
              </span>
              <span className={cx('text-xs break-words text-ink-3', brief ? 'line-clamp-1' : 'line-clamp-2')}>
                {reply.text}
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
