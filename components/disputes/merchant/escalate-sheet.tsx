'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useDesk } from '@/components/after-sales/case/desk'
import { ProblemNote } from '@/components/after-sales/case/problem-note'
import { useAmountText } from '@/components/after-sales/use-amount-text'
import { AddFiles } from '@/components/files/add-files'
import { DropArea } from '@/components/files/drop-area'
import { UploadFaults } from '@/components/files/upload-faults'
import { UploadTiles } from '@/components/files/upload-tiles'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { SheetFooter } from '@/components/ui/sheet-footer'
import { Textarea } from '@/components/ui/textarea'
import { AfterEscalation } from './after-escalation'
import { useEscalation } from './use-escalation'

/** R4.1 Asking the platform: why, in words, with files, and what that brings about. What is written stays when it closes. */
export default function EscalateSheet() {
  const t = useTranslations('dispute.escalate')
  const common = useTranslations('common')
  const words = useTranslations('words.disputeReason')
  const amountText = useAmountText()
  const desk = useDesk()
  const { view, deciding } = desk
  const escalation = useEscalation(desk)
  const { reasons, reason, setReason, text, setText, length, maxLength, uploads, missing, send } = escalation
  const filesId = useId()
  const [first] = view.lines
  return (
    <Sheet
      closeLabel={common('close')}
      detail={[first?.title, view.buyer.name, amountText(view)].join(' · ')}
      footer={
        <SheetFooter
          busy={deciding}
          onCancel={() => desk.open(null)}
          busyLabel={t('busy')}
          note={missing}
          onSend={send}
          ready={missing === null}
          submit={t('submit')}
        />
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        // the first thing still to be written
        const wanted = reason === undefined ? '[role=combobox]' : 'textarea'
        ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>(wanted)?.focus()
      }}
      onOpenChange={(opened) => opened || deciding || desk.open(null)}
      open
      title={t('title')}
    >
      <DropArea onFiles={uploads.add} pasteAnywhere={false}>
        <div className="grid gap-4 px-4 py-4 md:px-6">
          <Field label={t('reason')}>
            {(control) => (
              <Select
                {...control}
                onValueChange={setReason}
                options={reasons.map((value) => ({ value, label: words(value) }))}
                placeholder={t('pick')}
                value={reason}
              />
            )}
          </Field>
          <Field
            hint={t('seen')}
            hintEnd={
              <span className={length > maxLength ? 'font-semibold text-danger' : undefined}>
                {length} / {maxLength}
              </span>
            }
            label={t('statement')}
          >
            {(control) => (
              <Textarea
                {...control}
                className="block max-h-80 min-h-24"
                onChange={(event) => setText(event.target.value)}
                placeholder={t('placeholder')}
                rows={4}
                value={text}
              />
            )}
          </Field>
          <section aria-labelledby={filesId}>
            <h3 className="text-xs text-ink-2" id={filesId}>
              {t('files')}
            </h3>
            <UploadTiles uploads={uploads} viewable={false}>
              <AddFiles as="tile" disabled={deciding} uploads={uploads} />
            </UploadTiles>
            <UploadFaults uploads={uploads} />
          </section>
          <AfterEscalation view={view} />
          <ProblemNote />
        </div>
      </DropArea>
    </Sheet>
  )
}
