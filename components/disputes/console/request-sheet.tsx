'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { SheetFooter } from '@/components/ui/sheet-footer'
import { Textarea } from '@/components/ui/textarea'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { ProblemNote } from './problem-note'
import { RequestDue } from './request-due'
import { RequestSides } from './request-sides'
import type { DisputeDesk } from './use-dispute-desk'
import { useRequest } from './use-request'

/** The times that are mostly given, in hours. */
const USUAL_HOURS = ['24', '48', '72'] as const

/** R4.4 Asks one side or both for more: for what, and until when. What is written stays when the sheet closes. */
export default function RequestSheet({ desk, onClose }: { desk: DisputeDesk; onClose: () => void }) {
  const t = useTranslations('console.request')
  const missingText = useTranslations('console.missing')
  const common = useTranslations('common')
  const form = useRequest(desk, onClose)
  const { missing, hours, hourLimits, length, limits } = form
  return (
    <Sheet
      closeLabel={common('close')}
      detail={desk.view.no}
      footer={
        <SheetFooter
          busy={desk.busy}
          busyLabel={t('busy')}
          note={
            missing ? (
              missingText(missing, { name: desk.dispute.claim?.name ?? '', ...hourLimits })
            ) : (
              <RequestDue as="say" form={form} />
            )
          }
          onCancel={onClose}
          onSend={form.send}
          ready={missing === null}
          submit={t('submit')}
        />
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>('[role=checkbox]')?.focus()
      }}
      onOpenChange={(opened) => opened || desk.busy || onClose()}
      open
      title={t('title')}
    >
      <div className="grid gap-4 px-4 py-4 md:px-6">
        <RequestSides desk={desk} form={form} />
        <Field
          error={form.dueInHours === null && hours.trim() !== '' && missingText('hours', { name: '', ...hourLimits })}
          hint={<RequestDue as="until" form={form} />}
          label={t('hours')}
        >
          {(control) => (
            <div className="flex flex-wrap items-center gap-2">
              <ToggleGroup
                aria-label={t('usual')}
                onValueChange={form.setHours}
                options={USUAL_HOURS.map((value) => ({ value, label: t('inHours', { hours: Number(value) }) }))}
                value={USUAL_HOURS.find((one) => one === hours.trim())}
              />
              <Input
                {...control}
                className="w-20!"
                inputMode="numeric"
                maxLength={4}
                onChange={(event) => form.setHours(event.target.value)}
                value={hours}
              />
            </div>
          )}
        </Field>
        <Field
          end={
            <span className={length > limits.max ? 'font-semibold text-danger' : undefined}>
              {t('count', { count: length, max: limits.max })}
            </span>
          }
          label={t('note')}
        >
          {(control) => (
            <Textarea
              {...control}
              className="min-h-30"
              onChange={(event) => form.setNote(event.target.value)}
              placeholder={t('placeholder')}
              value={form.note}
            />
          )}
        </Field>
        {desk.problem && <ProblemNote problem={desk.problem} />}
      </div>
    </Sheet>
  )
}
