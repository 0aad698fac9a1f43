'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Person } from '@/lib/marks/views'
import { Face } from './face'
import { useMarks } from './marks-desk'
import { type Choice, PickList } from './pick-list'
import { Picker, type PickerProps } from './picker'
import { useAssignable } from './use-assignable'
import type { MarkFault } from './use-marking'

/** More of them one does not look through. */
const FEW = 7

/** Who looks after the case: I, one of the others by name, nobody. */
export default function AssignPicker(props: PickerProps) {
  const t = useTranslations('marks')
  const common = useTranslations('common')
  const { marks, marking, assign } = useMarks()
  const { data, isError, refetch } = useAssignable(marks.shopId, props.open)
  const [filter, setFilter] = useState('')
  const [fault, setFault] = useState<MarkFault | null>(null)
  const turn = (open: boolean) => {
    setFault(null)
    setFilter('')
    props.onOpenChange(open)
  }
  const give = async (to: Person | null) => {
    const found = await assign(to)
    if (found) setFault(found)
    else turn(false)
  }

  const choiceOf = (person: Person, label = person.name): Choice & { text: string } => ({
    id: person.userId,
    text: `${label} ${person.name}`,
    label: (
      <>
        <Face name={person.name} />
        <span className="min-w-0 truncate">{label}</span>
      </>
    ),
    chosen: marks.assignee?.userId === person.userId,
    choose: () => void give(person),
  })
  const others = data?.members.filter(({ userId }) => userId !== marks.me.userId)
  const many = others !== undefined && others.length >= FEW
  const sought = filter.trim().toLowerCase()
  const choices = others && [
    ...[choiceOf(marks.me, t('toMe')), ...others.map((one) => choiceOf(one))].filter(({ text }) =>
      text.toLowerCase().includes(sought),
    ),
    ...(sought === ''
      ? [{ id: '', label: t('toNobody'), chosen: !marks.assignee, choose: () => void give(null) }]
      : []),
  ]
  return (
    <Picker {...props} fault={fault} label={t('assign')} onOpenChange={turn}>
      <PickList
        busy={marking}
        choices={choices ?? null}
        filter={many ? { label: t('findMember'), text: filter, onText: setFilter } : undefined}
        key={String(many)}
        label={t('assign')}
      />
      {isError && data === undefined ? (
        <p className="flex flex-wrap items-center gap-2 px-2 py-1.5 text-xs text-danger" role="alert">
          {t('membersFailed')}
          <Button onClick={() => void refetch()}>{common('retry')}</Button>
        </p>
      ) : (
        <p aria-live="polite" className={choices?.length ? 'sr-only' : 'px-2 py-1.5 text-xs text-ink-3'}>
          {choices === undefined ? t('membersLoading') : choices.length === 0 && t('noMember')}
        </p>
      )}
    </Picker>
  )
}
