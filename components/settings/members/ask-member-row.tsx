'use client'

import { useTranslations } from 'next-intl'
import { AskRow } from '@/components/settings/ask-row'
import { changeMemberRole, deactivate } from '@/lib/members/actions'
import type { MemberChanged, MemberView } from '@/lib/members/views'
import { type Asked, askId } from './member-row'
import { useAct } from './use-act'
import { useMemberProblem } from './use-member-problem'

export type AskMemberRowProps = {
  member: MemberView
  act: Asked['act']
  now: number
  shopId: string
  onClose: () => void
  /** It is done or refused: what was pressed may be gone. */
  onEnd: () => void
  onProblem: (text: string | null) => void
}

/** Asks before somebody's rights change: whose, and what follows. */
export function AskMemberRow({ member, act, now, shopId, onClose, onEnd, onProblem }: AskMemberRowProps) {
  const t = useTranslations('members')
  const problemText = useMemberProblem(now)
  const { userId, name, email, role, self } = member
  const next = role === 'AGENT' ? 'MANAGER' : 'AGENT'
  const deactivating = act === 'deactivate'
  const { busy, run } = useAct<MemberChanged>({
    done: () => (deactivating ? t('deactivate.done', { name }) : t(`roleChange.done.${next}`, { name })),
    onRefused: (outcome) => onProblem(problemText(outcome)),
    onEnd: () => {
      onClose()
      onEnd()
    },
  })
  const cancel = () => {
    onClose()
    setTimeout(() => document.getElementById(askId({ userId, act }))?.focus())
  }
  const question = () => {
    if (deactivating) return t('deactivate.ask', { name, email })
    return self ? t('roleChange.askSelf') : t(`roleChange.ask.${next}`, { name })
  }
  const consequence = () => {
    if (!deactivating) return self ? t('roleChange.consequenceSelf') : t(`roleChange.consequence.${next}`)
    return [t('deactivate.consequence'), ...(role === 'MANAGER' ? [t('deactivate.links')] : [])].join(' ')
  }
  return (
    <AskRow
      act={deactivating ? t('deactivate.confirm') : t(`roleChange.open.${next}`)}
      busy={busy}
      busyLabel={deactivating ? t('deactivate.busy') : t('roleChange.busy')}
      consequence={
        <>
          <b className="font-semibold">{question()}</b> {consequence()}
        </>
      }
      onCancel={cancel}
      onConfirm={() =>
        run(() => (deactivating ? deactivate({ shopId, userId }) : changeMemberRole({ shopId, userId, role: next })))
      }
    />
  )
}
