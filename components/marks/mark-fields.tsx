'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ASSIGNEES } from '@/lib/after-sales/views'
import { CASE_FLAGS } from '@/lib/marks/domain/mark'
import { useAssignable } from './use-assignable'

type Option = { value: string; label: string }
export type MarkFieldsProps = {
  shopId: string
  any: Option
  assignee: string
  flag: string
  onChange: (change: { assignee: string } | { flag: string }) => void
}

/** The filters by who looks after a case and by its flag. */
export function MarkFields({ shopId, any, assignee, flag, onChange }: MarkFieldsProps) {
  const t = useTranslations('marks')
  const { data } = useAssignable(shopId)
  const people: Option[] = [
    ...(data?.members ?? [])
      .filter(({ userId }) => userId !== data?.me)
      .map(({ userId, name }) => ({ value: userId, label: name })),
    ...(data?.former ?? []).map(({ userId, name }) => ({ value: userId, label: t('left', { name }) })),
  ]
  const options = [any, ...ASSIGNEES.map((value) => ({ value, label: t(`filter.${value}`) })), ...people]
  // until the names are there, or of somebody whom the shop never knew
  if (!options.some(({ value }) => value === assignee)) options.push({ value: assignee, label: t('filter.somebody') })
  return (
    <>
      <Field label={t('filter.assignee')}>
        {(control) => (
          <Select
            {...control}
            onValueChange={(value) => onChange({ assignee: value })}
            options={options}
            value={assignee}
          />
        )}
      </Field>
      <Field label={t('flag')}>
        {(control) => (
          <Select
            {...control}
            onValueChange={(value) => onChange({ flag: value })}
            options={[any, ...CASE_FLAGS.map((value) => ({ value, label: t(`flags.${value}`) }))]}
            value={flag}
          />
        )}
      </Field>
    </>
  )
}
