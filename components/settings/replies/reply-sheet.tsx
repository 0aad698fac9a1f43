'use client'

import { useTranslations } from 'next-intl'
import { FormSheet } from '@/components/settings/form-sheet'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
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

const ANY = 'ANY'

/** Writes a text, new or anew, and shows how it will read. */
export function ReplySheet({ kind, reply, shopId, onChanged, onClose }: ReplySheetProps) {
  const t = useTranslations('replies')
  const words = useTranslations('words.rejectionReason')
  const { written, write, errors, problem, saving, save } = useReplyForm({
    kind,
    reply,
    shopId,
    onChanged,
    onSaved: onClose,
  })
  const reasons = REJECTION_REASONS.map((value) => ({ value, label: words(value) }))
  return (
    <FormSheet
      busy={saving}
      busyLabel={t('form.busy')}
      onClose={onClose}
      onSubmit={() => void save()}
      problem={problem}
      submit={t('form.submit')}
      title={t(reply ? `change.titles.${kind}` : `kinds.${kind}.create`)}
      wide
    >
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
    </FormSheet>
  )
}
