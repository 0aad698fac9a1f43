'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { formatDay } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { type Answer, useDesk } from './desk'

/** R3.1 Stands in the bar's place and says what the buyer's answer closes and opens; Enter records it, Esc goes back. */
export function AnswerConfirmation({ agreed, contactId }: Answer) {
  const t = useTranslations('case.proposal.confirm')
  const common = useTranslations('common')
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
    <div
      aria-label={t(agreed ? 'labelAgreed' : 'labelDeclined')}
      className="flex min-h-(--size-actions) flex-none flex-wrap items-center gap-2 border-t border-line-strong bg-accent-tint px-4 py-2.5 md:py-1.5"
      role="alertdialog"
    >
      <p className="min-w-0 flex-1 basis-80 text-ink">{t.rich(agreed ? 'sayAgreed' : 'sayDeclined', { ...said, b })}</p>
      <div className="flex flex-none items-center gap-2 max-md:w-full max-md:flex-row-reverse">
        <Button disabled={deciding} onClick={() => open(null)} size="lg" variant="bare">
          {common('cancel')}
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
        <Button
          autoFocus
          busy={deciding}
          busyLabel={t('busy')}
          className="max-md:flex-1"
          onClick={go}
          reason={offline && acts('offline')}
          size="lg"
          variant="primary"
        >
          {agreed ? t('doAgreed', said) : t('doDeclined')}
          <Kbd className="max-md:hidden">⏎</Kbd>
        </Button>
      </div>
    </div>
  )
}
