import { useTranslations } from 'next-intl'
import type { ReplyInvalid, ReplyRefused } from '@/lib/quick-replies/views'

/** Why a text was not kept, moved or deleted, in words. Null: no answer came. */
export function useReplyProblem(): (outcome: ReplyRefused | ReplyInvalid | null) => string {
  const t = useTranslations('replies.problems')
  return (outcome) => {
    if (outcome === null) return t('unanswered')
    if ('invalid' in outcome) return t('invalid')
    const { refusal } = outcome
    switch (refusal.code) {
      case 'titleTaken':
        return t(refusal.code, { title: refusal.title })
      case 'tooManyReplies':
        return t(refusal.code, { max: refusal.max })
      default:
        return t(refusal.code)
    }
  }
}
