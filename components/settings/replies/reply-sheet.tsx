'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { REJECTION_REASONS } from '@/lib/after-sales/domain/after-sale'
import { REPLY_TITLE_MAX, type ReplyKind } from '@/lib/quick-replies/domain/quick-reply'
import type { QuickReplyView } from '@/lib/quick-replies/views'
import { ReplyPreview } from './reply-preview'
import { ReplyTextField } from './reply-text-field'
import { useReplyForm } from './use-reply-form'

export type ReplySheetProps = {
  kind: ReplyKind
  /** Null: a new one. */
  reply: QuickReplyView | null
  shopId: string
  onChanged: () => void
  onClose: () => void
}

const FORM = 'quick-reply'
const ANY = 'ANY'

/** Writes a text, new or anew, and shows how it will read. */
export function ReplySheet({ kind, reply, shopId, onChanged, onClose }: ReplySheetProps) {
  const t = useTranslations('replies')
  const words = useTranslations('words.rejectionReason')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const { written, write, errors, problem, saving, save } = useReplyForm({
    kind,
    reply,
    shopId,
    onChanged,
    onSaved: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (saving) return
    void save()
    // once the fault is drawn
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  const reasons = REJECTION_REASONS.map((value) => ({ value, label: words(value) }))
  return (
    <Sheet
      closeLabel={common('close')}
      footer={
        <>
          <span className="flex-1" />
          <Button disabled={saving} onClick={onClose} size="lg" variant="bare">
            {common('cancel')}
          </Button>
          <Button busy={saving} busyLabel={t('form.busy')} form={FORM} size="lg" type="submit" variant="primary">
            {t('form.submit')}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        form.current?.querySelector<HTMLElement>('input')?.focus()
      }}
      onOpenChange={(opened) => opened || saving || onClose()}
      open
      title={t(reply ? `change.titles.${kind}` : `kinds.${kind}.create`)}
    >
      <form className="grid gap-4 px-4 py-4 md:px-6" id={FORM} noValidate onSubmit={submit} ref={form}>
        <Field error={errors.title} hint={t('form.titleHint', { max: REPLY_TITLE_MAX })} label={t('form.title')}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={2 * REPLY_TITLE_MAX}
              onChange={(event) => write({ title: event.target.value })}
              required
              value={written.title}
            />
          )}
        </Field>
        {kind === 'REJECTION' && (
          <Field hint={t('form.reasonHint')} label={t('form.reason')}>
            {(control) => (
              <Select
                {...control}
                onValueChange={(chosen) => write({ reasonCode: chosen === ANY ? null : chosen })}
                options={[{ value: ANY, label: t('form.anyReason') }, ...reasons]}
                value={written.reasonCode ?? ANY}
              />
            )}
          </Field>
        )}
        <ReplyTextField error={errors.text} onWrite={(text) => write({ text })} text={written.text} />
        <ReplyPreview text={written.text} />
        {problem !== null && (
          <Note role="alert" tone="bad">
            {problem}
          </Note>
        )}
      </form>
    </Sheet>
  )
}
