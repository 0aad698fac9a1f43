'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { CONTACT_CHANNELS, type ContactChannel } from '@/lib/after-sales/domain/after-sale'
import { ContactForm } from './contact-form'
import { useDesk } from './desk'
import { ProblemNote } from './problem-note'

/** A contact that took place elsewhere goes on record. */
export default function ContactSheet() {
  const t = useTranslations('case.contact')
  const words = useTranslations('words.channel')
  const types = useTranslations('words.type')
  const common = useTranslations('common')
  const { view, open } = useDesk()
  const [channel, setChannel] = useState<ContactChannel>('PHONE')
  const close = () => open(null)
  const proposal = view.service?.step === null ? view.service.proposal : null
  return (
    <Sheet
      closeLabel={common('close')}
      detail={view.buyer.name}
      onOpenChange={(opened) => opened || close()}
      open
      title={t('title')}
      width="sm"
    >
      <div className="px-4 py-4 md:px-6">
        {proposal && <Note className="mb-3">{t('forAnswer', { kind: types(proposal.kind) })}</Note>}
        <ToggleGroup
          aria-label={t('channel')}
          onValueChange={setChannel}
          options={CONTACT_CHANNELS.map((value) => ({ value, label: words(value) }))}
          value={channel}
        />
        <ContactForm channel={channel} onLogged={close} />
        <ProblemNote className="mt-3" />
      </div>
    </Sheet>
  )
}
