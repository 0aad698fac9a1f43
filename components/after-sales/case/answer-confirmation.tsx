'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ConfirmBar } from '@/components/ui/confirm-bar'
import { formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { type Answer, useDesk } from './desk'

/** R3.1 Stands in the bar's place and says what the buyer's answer closes and opens; Enter records it, Esc goes back. */
export function AnswerConfirmation({ agreed, contactId }: Answer) {
  const t = useTranslations('case.proposal.confirm')
  const acts = useTranslations('case.acts')
  const words = useTranslations('words')
  const locale = useLocale()
  const { view, deciding, offline, open, decide } = useDesk()
  const { service, lines, now } = view
  const contact = service?.contacts.find(({ id }) => id === contactId)
  if (!service || !contact) return null
  const comma = locale === 'zh-CN' ? '、' : ', '
  const said = {
    no: view.no,
    amount: formatFen(view.amountFen, view.currency),
    kind: words(`type.${service.kind}`),
    buyer: view.buyer.name,
    lines: lines.map(({ title, quantity }) => `${title} ${words('quantity', { n: quantity })}`).join(comma),
    channel: words(`channel.${contact.channel}`),
    when: formatDay(contact.at, now, locale),
  }
  const b = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>
  const go = () =>
    decide(
      { type: 'answerProposal', accept: agreed, contactId },
      t(agreed ? 'doneAgreed' : 'doneDeclined', said),
      'stay',
    )
  return (
    <ConfirmBar
      busy={deciding}
      busyLabel={t('busy')}
      className="md:py-1.5"
      doIt={agreed ? t('doAgreed', said) : t('doDeclined')}
      label={t(agreed ? 'labelAgreed' : 'labelDeclined')}
      onCancel={() => open(null)}
      onConfirm={go}
      reason={offline && acts('offline')}
    >
      <p>{t.rich(agreed ? 'sayAgreed' : 'sayDeclined', { ...said, b })}</p>
    </ConfirmBar>
  )
}
