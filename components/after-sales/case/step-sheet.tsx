'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { SheetFooter } from '@/components/ui/sheet-footer'
import { Textarea } from '@/components/ui/textarea'
import { policyOf } from '@/lib/after-sales/domain/policy'
import { useDesk } from './desk'
import { ProblemNote } from './problem-note'
import { StepWaybill } from './step-waybill'
import { type MerchantStep, useServiceStep } from './use-service-step'

const DAY = 24 * 60 * 60 * 1000

/** R3.3, R3.4 A step of a service goes on record: what was done, and the waybill where goods moved. */
export default function StepSheet({ step }: { step: MerchantStep }) {
  const t = useTranslations('case.service.sheet')
  const common = useTranslations('common')
  const acts = useTranslations('case.acts')
  const words = useTranslations('words.type')
  const desk = useDesk()
  const { view, deciding } = desk
  const draft = useServiceStep(desk, step)
  const { note, setNote, length, max, missing, send } = draft
  const [first] = view.lines
  return (
    <Sheet
      closeLabel={common('close')}
      detail={[words(view.type), first?.title, view.buyer.name].join(' · ')}
      footer={
        <SheetFooter
          busy={deciding}
          onCancel={() => desk.open(null)}
          busyLabel={t('busy')}
          note={missing}
          onSend={send}
          ready={missing === null}
          submit={acts(step)}
        />
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>('textarea')?.focus()
      }}
      onOpenChange={(opened) => opened || deciding || desk.open(null)}
      open
      title={acts(step)}
    >
      <div className="grid gap-4 px-4 py-4 md:px-6">
        <Field
          hint={t('seen')}
          hintEnd={
            <span className={length > max ? 'font-semibold text-danger' : undefined}>
              {t('optional', { count: length, max })}
            </span>
          }
          label={t(`note.${step}`)}
        >
          {(control) => (
            <Textarea
              {...control}
              className="block max-h-80 min-h-19"
              onChange={(event) => setNote(event.target.value)}
              placeholder={t(`placeholder.${step}`)}
              rows={3}
              value={note}
            />
          )}
        </Field>
        {(step === 'GOODS_RECEIVED' || step === 'SENT_BACK') && <StepWaybill draft={draft} step={step} />}
        <Note>{t(`after.${step}`, { days: policyOf(view.policyVersion).serviceConfirmMs / DAY })}</Note>
        <ProblemNote />
      </div>
    </Sheet>
  )
}
