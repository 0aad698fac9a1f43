'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { CaseView } from '@/lib/after-sales/views'
import { ContactChoice } from './contact-choice'
import { blockOf, can, useDesk } from './desk'
import { Gate } from './gate'
import { useFocusOnReturn } from './use-focus-on-return'

/** R3.1 The buyer answered elsewhere: it is recorded by a contact since the proposal, and a contact comes first. */
export function ProposalAnswer({ view }: { view: CaseView }) {
  const t = useTranslations('case.proposal')
  const acts = useTranslations('case.acts')
  const desk = useDesk()
  const [chosen, choose] = useState<string>()
  const { contacts = [] } = view.service ?? {}
  const contact = contacts.find(({ id }) => id === chosen) ?? contacts[0]
  const opener = useRef<HTMLButtonElement>(null)
  useFocusOnReturn(typeof desk.step === 'object' && desk.step !== null && 'agreed' in desk.step, opener)
  const block = blockOf(desk, 'answerProposal')
  if (block) {
    const opener = can(desk, 'logContact') ? { label: t('log'), act: () => desk.open('contact') } : undefined
    return (
      <div className="mt-2.5 grid md:flex">
        <Gate label={t('answer')} refusal={block} {...(opener && { opener })} />
      </div>
    )
  }
  if (!can(desk, 'answerProposal') || !contact) return null
  const answer = (agreed: boolean) => desk.open({ agreed, contactId: contact.id })
  const reason = desk.offline ? acts('offline') : null
  return (
    <section aria-label={t('answer')} className="mt-2.5 grid grid-cols-[minmax(0,1fr)] gap-2">
      <ContactChoice contacts={contacts} now={view.now} onChoose={choose} value={contact.id} />
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={desk.deciding} onClick={() => answer(true)} reason={reason} ref={opener}>
          {t('agreed')}
        </Button>
        <Button disabled={desk.deciding || desk.offline} onClick={() => answer(false)}>
          {t('declined')}
        </Button>
      </div>
    </section>
  )
}
