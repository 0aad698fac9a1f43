'use client'

import { Eye, MessageSquare, Phone } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Note } from '@/components/ui/note'
import { ToggleGroup } from '@/components/ui/toggle-group'
import type { CaseView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { ContactForm } from './contact-form'
import { blockOf, useDesk } from './desk'
import { KnownBy } from './known-by'
import { MessageForm } from './message-form'

type Way = 'message' | 'phone' | 'other'

/** R1.3 First the buyer has to know: how that came about, or what would bring it about. */
export function RejectContact({ view, open }: { view: CaseView; open: boolean }) {
  const t = useTranslations('reject.contact')
  const locale = useLocale()
  const block = blockOf(useDesk(), 'reject')
  const [way, setWay] = useState<Way>('phone')
  if (open) return <KnownBy view={view} />
  const lack = block?.code === 'contactRequired' ? block : null
  const missing = lack && lack.missing !== 'AGREEMENT' ? lack.missing : null
  const said = view.talk.some((entry) => entry.kind === 'message' && entry.side === 'MERCHANT')
  const options = [
    { value: 'message', label: <Marked as={MessageSquare}>{t(said ? 'again' : 'message')}</Marked> },
    { value: 'phone', label: <Marked as={Phone}>{t('phone')}</Marked> },
    { value: 'other', label: t('other') },
  ] as const
  return (
    <>
      {lack && missing && (
        <Note className="mt-2" icon={Eye} tone="warn">
          {t(`locked.${missing}`, { since: lack.since === null ? '' : formatWhen(lack.since, view.now, locale) })}
        </Note>
      )}
      <ToggleGroup aria-label={t('how')} className="mt-3" onValueChange={setWay} options={options} value={way} />
      {way === 'message' ? <MessageForm /> : <ContactForm channel={way === 'phone' ? 'PHONE' : 'OTHER'} />}
    </>
  )
}

function Marked({ as, children }: { as: typeof Phone; children: string }) {
  return (
    <>
      <Icon as={as} small />
      {children}
    </>
  )
}
