'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { PageHead } from '@/components/settings/page-head'
import { REPLY_KINDS, type ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import type { QuickReplyView, ShopReplies } from '@/lib/quick-replies/views'
import { ReplySection } from './reply-section'
import { ReplySheet } from './reply-sheet'

export type RepliesDeskProps = {
  shopId: string
  replies: ShopReplies
  /** The server's time, epoch ms. */
  now: number
}

/** What is being written, and the button that the focus goes back to. */
type Open = { kind: ReplyKind; reply: QuickReplyView | null; from: string }

/** The shop's quick replies and templates of rejections. */
export function RepliesDesk({ shopId, replies, now }: RepliesDeskProps) {
  const t = useTranslations('replies')
  const router = useRouter()
  const [open, setOpen] = useState<Open | null>(null)
  const lost = useRef<string | null>(null)

  // What was pressed may go or move with the next reading of the list, and the focus with it.
  useEffect(() => {
    if (lost.current === null || document.activeElement !== document.body) return
    const [kind] = lost.current.split(' ')
    const wanted = document.getElementById(lost.current) ?? document.getElementById(`${kind} create`)
    lost.current = null
    wanted?.focus()
  })
  const changed = (focus: string) => {
    lost.current = focus
    router.refresh()
  }
  return (
    <div className="grid gap-7">
      <PageHead intro={t('intro')} title={t('title')} />
      {REPLY_KINDS.map((kind) => (
        <ReplySection
          key={kind}
          kind={kind}
          now={now}
          onChanged={changed}
          onWrite={(reply, from) => setOpen({ kind, reply, from })}
          replies={replies[kind]}
          shopId={shopId}
        />
      ))}
      {open && (
        <ReplySheet
          kind={open.kind}
          onChanged={() => changed(open.from)}
          onClose={() => {
            lost.current = open.from
            setOpen(null)
          }}
          reply={open.reply}
          shopId={shopId}
        />
      )}
    </div>
  )
}
