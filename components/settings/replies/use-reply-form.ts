'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast'
import type { RejectionReason } from '@/lib/after-sales/domain/after-sale'
import { REJECTION_REASONS } from '@/lib/after-sales/domain/after-sale'
import { addQuickReply, changeQuickReply } from '@/lib/quick-replies/actions'
import { faultsOf, type ReplyFault, type ReplyKind, tidyReply } from '@/lib/quick-replies/domain/quick-reply'
import { VARIABLES, writeVariable } from '@/lib/quick-replies/domain/variables'
import type { QuickReplyView } from '@/lib/quick-replies/views'
import { useReplyProblem } from './use-reply-problem'

export type WrittenReply = { title: string; text: string; reasonCode: RejectionReason | null }

export type ReplyForm = {
  written: WrittenReply
  write: (change: Partial<WrittenReply>) => void
  /** What is wrong with what is written, at its field. */
  errors: Partial<Record<'title' | 'text', string>>
  problem: string | null
  saving: boolean
  save: () => Promise<void>
}

type Options = {
  kind: ReplyKind
  reply: QuickReplyView | null
  shopId: string
  onChanged: () => void
  onSaved: () => void
}

/** A text in the making. Its faults show when it is to be saved, and go one by one as they are mended. */
export function useReplyForm({ kind, reply, shopId, onChanged, onSaved }: Options): ReplyForm {
  const t = useTranslations('replies')
  const locale = useLocale()
  const problemText = useReplyProblem()
  const faultText = useFaultText()
  const [seen] = useState(() => writtenOf(reply))
  const [written, setWritten] = useState(seen)
  const [faults, setFaults] = useState<ReplyFault[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  // no transition: one would last until the list is here anew
  const [saving, setSaving] = useState(false)

  const save = async () => {
    setProblem(null)
    const found = faultsOf(kind, tidyReply(written))
    setFaults(found)
    if (found.length > 0) return
    setSaving(true)
    const listed = { shopId, kind, locale }
    const sending = reply
      ? changeQuickReply({ ...listed, id: reply.id, seen, reply: written })
      : addQuickReply({ ...listed, reply: written })
    const outcome = await sending.catch(() => null)
    setSaving(false)
    onChanged()
    if (outcome === null || (!outcome.ok && !('faults' in outcome))) return setProblem(problemText(outcome))
    if (!outcome.ok) return setFaults(outcome.faults)
    const title = written.title.trim()
    toast(reply ? t('change.done', { title }) : t(`kinds.${kind}.added`, { title }))
    onSaved()
  }
  return {
    written,
    write: (change) => {
      setWritten({ ...written, ...change })
      setFaults(faults.filter(({ path }) => !(path in change)))
    },
    errors: Object.fromEntries(faults.map((fault) => [fault.path, faultText(fault)])),
    problem,
    saving,
    save,
  }
}

function useFaultText(): (fault: ReplyFault) => string {
  const t = useTranslations('replies.faults')
  const locale = useLocale()
  return (fault) => {
    switch (fault.code) {
      case 'tooLong':
      case 'tooShort':
        return t(fault.code, { limit: fault.limit })
      case 'unknownVariable': {
        const names = fault.names.map((name) => `{${name}}`).join(' ')
        return t(fault.code, { names, known: VARIABLES.map((one) => writeVariable(one, locale)).join(' ') })
      }
      default:
        return t(fault.code)
    }
  }
}

function writtenOf(reply: QuickReplyView | null): WrittenReply {
  if (!reply) return { title: '', text: '', reasonCode: null }
  const { title, text, reasonCode } = reply
  return { title, text, reasonCode: REJECTION_REASONS.find((one) => one === reasonCode) ?? null }
}
