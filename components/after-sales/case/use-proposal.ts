'use client'

import { useTranslations } from 'next-intl'
import { EXCHANGE_KINDS, type ExchangeKind } from '@/lib/after-sales/domain/service'
import type { Desk } from './desk'
import { proposalKeys, useDraft } from './use-draft'

export type ProposalDraft = {
  kind: ExchangeKind | undefined
  setKind: (kind: ExchangeKind) => void
  note: string
  setNote: (note: string) => void
  /** R0.8 In code points, without blanks at the ends. */
  length: number
  limits: { min: number; max: number }
  /** What is still missing, in words. */
  missing: string | null
  send: () => void
}

/** R3.1 A proposal in the making; it is kept while its sheet is closed. */
export function useProposal(desk: Desk): ProposalDraft {
  const t = useTranslations('case.propose')
  const words = useTranslations('words.type')
  const { view, offline, deciding } = desk
  const keys = proposalKeys(view.no)
  const [kept, setKind] = useDraft(keys.kind)
  const [note, setNote] = useDraft(keys.note)
  const kind = EXCHANGE_KINDS.find((one) => one === kept)
  const limits = view.proposalNote
  const text = note.trim()
  const length = [...text].length
  const missing = ((): string | null => {
    if (offline) return t('todo.connection')
    if (kind === undefined) return t('todo.kind')
    if (length < limits.min) return t('todo.note')
    return length > limits.max ? t('todo.long', { n: length - limits.max }) : null
  })()
  return {
    kind,
    setKind,
    note,
    setNote,
    length,
    limits,
    missing,
    send: () => {
      if (missing !== null || kind === undefined || deciding) return
      const done = t('done', { buyer: view.buyer.name, kind: words(kind) })
      desk.decide({ type: 'proposeService', kind, note: text }, done, 'stay')
    },
  }
}
