import type { useTranslations } from 'next-intl'
import { isServiceType } from '@/lib/after-sales/domain/service'
import { formatFen } from '@/lib/money'
import type { NoticeView } from '@/lib/notifications/views'

type Words = {
  t: ReturnType<typeof useTranslations<'notices'>>
  words: ReturnType<typeof useTranslations<'words'>>
  /** An instant as it stands in a sentence. */
  when: (at: number) => string
}

/** What a notice says, in one sentence: on the list and in a letter the same. */
export function sayNotice(
  { news, type, buyerName, amountFen, currency }: NoticeView,
  { t, words, when }: Words,
): string {
  const money = (fen: number) => formatFen(fen, currency)
  switch (news.kind) {
    case 'CASE_OPENED': {
      const asked = { again: news.again ? 'yes' : 'no', type: words(`type.${type}`) }
      if (news.dueAt !== undefined) return t('say.SERVICE_DUE', { ...asked, when: when(news.dueAt) })
      return isServiceType(type)
        ? t('say.SERVICE_OPENED', asked)
        : t('say.CASE_OPENED', { ...asked, amount: money(amountFen) })
    }
    case 'DEADLINE_SOON':
      return t(`say.DEADLINE_SOON.${news.outcome}`, {
        when: when(news.dueAt),
        amount: money(amountFen),
        type: words(`type.${type}`),
      })
    case 'BUYER_ANSWERED':
      return news.text === ''
        ? t('say.BUYER_ANSWERED', { buyer: buyerName })
        : t('say.BUYER_SAID', { buyer: buyerName, text: news.text })
    case 'PROPOSAL_ANSWERED':
      return t(`say.PROPOSAL_ANSWERED.${news.agreed ? 'AGREED' : 'REFUSED'}`, { type: words(`type.${news.service}`) })
    case 'ORDER_SHIPPED':
      return t('say.ORDER_SHIPPED', {
        type: words(`type.${type}`),
        carrier: news.carrier,
        trackingNo: news.trackingNo,
      })
    case 'DISPUTE_OPENED':
      return t('say.DISPUTE_OPENED', { reason: words(`disputeReason.${news.reason}`), when: when(news.dueAt) })
    case 'EVIDENCE_ASKED':
      return t('say.EVIDENCE_ASKED', { note: news.note, when: when(news.dueAt) })
    case 'DISPUTE_RULED':
      return t(`say.DISPUTE_RULED.${news.outcome}`, {
        liability: words(`liability.${news.liability}`),
        amount: money(news.amountFen ?? amountFen),
      })
    case 'DISPUTE_READY':
      return isServiceType(type)
        ? t('say.SERVICE_DISPUTE_READY', { type: words(`type.${type}`) })
        : t('say.DISPUTE_READY', { amount: money(amountFen) })
  }
}
