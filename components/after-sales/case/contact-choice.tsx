'use client'

import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { ServiceView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'

const ContactSelect = lazy(() => import('./contact-select'))

export type ContactChoiceProps = {
  contacts: ServiceView['contacts']
  value: string
  onChoose: (id: string) => void
  now: number
}

/** R3.1 Which contact records the answer; of one alone there is nothing to choose. */
export function ContactChoice(props: ContactChoiceProps) {
  const t = useTranslations('case.proposal')
  const write = useContactText(props.now)
  const chosen = props.contacts.find(({ id }) => id === props.value)
  const written = chosen && (
    <p className="text-xs text-ink-2">
      {t('basis')} {write(chosen)}
    </p>
  )
  if (props.contacts.length < 2) return written
  return (
    <Suspense fallback={written}>
      <ContactSelect {...props} />
    </Suspense>
  )
}

/** `电话 今天 11:48 “买家同意换货”` */
export function useContactText(now: number): (contact: ServiceView['contacts'][number]) => string {
  const t = useTranslations('case.proposal')
  const words = useTranslations('words.channel')
  const locale = useLocale()
  return ({ channel, at, note }) => t('contact', { channel: words(channel), when: formatWhen(at, now, locale), note })
}
