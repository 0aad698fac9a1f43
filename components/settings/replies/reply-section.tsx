'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { REPLY_TEXT_MAX, REPLY_TEXT_MIN, type ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import type { QuickReplyView, ReplyList } from '@/lib/quick-replies/views'
import { RemoveRow } from './remove-row'
import { ReplyRow } from './reply-row'

export type ReplySectionProps = {
  kind: ReplyKind
  replies: ReplyList
  shopId: string
  now: number
  /** `null`: a new one. `from`: the id of the button. */
  onWrite: (reply: QuickReplyView | null, from: string) => void
  /** `focus`: the id of what was pressed. */
  onChanged: (focus: string) => void
}

/** The texts of one kind in their order. On a phone a text stands under its title. */
export function ReplySection({ kind, replies: { own, list }, shopId, now, onWrite, onChanged }: ReplySectionProps) {
  const t = useTranslations('replies')
  const [asked, setAsked] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const titleId = useId()
  const createId = `${kind} create`
  const write = (reply: QuickReplyView | null, from: string) => {
    setProblem(null)
    onWrite(reply, from)
  }
  return (
    <section aria-labelledby={titleId}>
      <header className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-ink" id={titleId}>
            {t(`kinds.${kind}.title`)}
          </h2>
          <p className="text-xs text-ink-3 max-md:leading-read">
            {t(`kinds.${kind}.where`, { min: REPLY_TEXT_MIN[kind], max: REPLY_TEXT_MAX })}
            {!own && <> · {t('starters')}</>}
          </p>
        </div>
        <Button id={createId} onClick={() => write(null, createId)} size="lg">
          {t(`kinds.${kind}.create`)}
        </Button>
      </header>
      {problem !== null && (
        <Note className="mb-2" role="alert" tone="bad">
          {problem}
        </Note>
      )}
      <table className={`${tableClass} max-md:border-t max-md:border-line-strong md:table-fixed`}>
        <caption className="sr-only">{t(`kinds.${kind}.title`)}</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th className={`${headClass} md:w-52`}>{t('columns.title')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.text')}</th>
            <th className={`${headClass} ${wideClass} w-36`}>{t('columns.updated')}</th>
            <th className={`${headClass} text-right! md:w-56`}>{t('columns.act')}</th>
          </tr>
        </thead>
        <tbody>
          {list.flatMap((reply, place) => [
            <ReplyRow
              key={reply.id}
              kind={kind}
              now={now}
              onChange={write}
              onMoved={onChanged}
              onProblem={setProblem}
              onRemove={() => {
                setProblem(null)
                setAsked(reply.id)
              }}
              open={asked === reply.id}
              place={{ at: place + 1, of: list.length }}
              reply={reply}
              shopId={shopId}
            />,
            asked === reply.id && (
              <tr className="max-md:block" key={`${reply.id} remove`}>
                <td className={`${cellClass} p-0! max-md:block`} colSpan={4}>
                  <RemoveRow
                    kind={kind}
                    last={list.length === 1}
                    onClose={() => setAsked(null)}
                    onProblem={setProblem}
                    onRemoved={onChanged}
                    reply={reply}
                    shopId={shopId}
                  />
                </td>
              </tr>
            ),
          ])}
        </tbody>
      </table>
    </section>
  )
}
